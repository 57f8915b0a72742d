ALTER TABLE bank_file ADD CONSTRAINT bank_file_message_id_once UNIQUE (kind, message_id, repeats);

-- The application has no say in the number, so that it cannot pass by the constraint.
REVOKE INSERT ON bank_file FROM ${app};
GRANT INSERT (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions) ON bank_file TO ${app};
