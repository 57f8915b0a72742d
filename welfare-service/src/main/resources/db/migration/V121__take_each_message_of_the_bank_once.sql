ALTER TABLE bank_file ADD CONSTRAINT bank_file_message_id_once UNIQUE (kind, message_id, repeats);
