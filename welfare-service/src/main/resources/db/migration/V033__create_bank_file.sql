CREATE TABLE bank_file (
    id          uuid        NOT NULL PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('PAIN_002', 'CAMT_054')),
    message_id  text        NOT NULL,
    sha256      bytea       NOT NULL UNIQUE CHECK (octet_length(sha256) = 32),
    received_by text        NOT NULL,
    received_at timestamptz NOT NULL,
    lines       integer     NOT NULL CHECK (lines >= 0),
    applied     integer     NOT NULL CHECK (applied >= 0),
    already     integer     NOT NULL CHECK (already >= 0),
    noted       integer     NOT NULL CHECK (noted >= 0),
    exceptions  integer     NOT NULL CHECK (exceptions >= 0),
    CONSTRAINT bank_file_every_line_ended CHECK (lines = applied + already + noted + exceptions)
);

COMMENT ON TABLE bank_file IS 'A file of the bank, taken whole in one transaction.';
COMMENT ON COLUMN bank_file.id IS 'UUIDv7.';
COMMENT ON COLUMN bank_file.kind IS 'PAIN_002 (status of payments) or CAMT_054 (bookings).';
COMMENT ON COLUMN bank_file.message_id IS 'The bank''s own identifier of it.';
COMMENT ON COLUMN bank_file.sha256 IS 'SHA-256 of its bytes: the same file is taken once.';
COMMENT ON COLUMN bank_file.received_by IS 'Subject of who brought it.';
COMMENT ON COLUMN bank_file.received_at IS 'When.';
COMMENT ON COLUMN bank_file.lines IS 'How many lines it was taken as.';
COMMENT ON COLUMN bank_file.applied IS 'Lines that moved a payment.';
COMMENT ON COLUMN bank_file.already IS 'Lines that said what was known.';
COMMENT ON COLUMN bank_file.noted IS 'Lines that announced something and decided nothing.';
COMMENT ON COLUMN bank_file.exceptions IS 'Lines that a person has to look at; they changed nothing.';

CREATE TRIGGER bank_file_append_only BEFORE UPDATE OR DELETE ON bank_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_file_never_emptied BEFORE TRUNCATE ON bank_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON bank_file TO ${app};
