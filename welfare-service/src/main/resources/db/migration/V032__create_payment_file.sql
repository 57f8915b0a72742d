CREATE TABLE payment_file (
    batch   uuid  NOT NULL PRIMARY KEY REFERENCES payment_batch,
    content bytea NOT NULL
);

COMMENT ON TABLE payment_file IS 'The bytes that the bank is sent, kept as they were released: however often the file is written, it is this one.';
COMMENT ON COLUMN payment_file.batch IS 'The batch.';
COMMENT ON COLUMN payment_file.content IS 'The file, compressed, then encrypted with AES-GCM and bound to this row.';

CREATE TRIGGER payment_file_append_only BEFORE UPDATE OR DELETE ON payment_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_file_never_emptied BEFORE TRUNCATE ON payment_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON payment_file TO ${app};
