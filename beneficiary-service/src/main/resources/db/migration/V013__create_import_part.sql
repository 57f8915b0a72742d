CREATE TABLE import_part (
    id             uuid    NOT NULL PRIMARY KEY,
    import_id      uuid    NOT NULL REFERENCES import_job,
    number         integer NOT NULL CHECK (number > 0),
    content_sealed bytea   NOT NULL,
    UNIQUE (import_id, number)
);

COMMENT ON TABLE import_part IS 'Rows of a file that wait to be read, some hundreds a part; a part is removed in the transaction that took it in, so a crash resumes where it stood.';
COMMENT ON COLUMN import_part.id IS 'UUIDv7, given by the application because the content is bound to it.';
COMMENT ON COLUMN import_part.import_id IS 'The import.';
COMMENT ON COLUMN import_part.number IS 'Place in the file, from 1.';
COMMENT ON COLUMN import_part.content_sealed IS 'The rows as they came, AES-GCM bound to this row and column.';

GRANT SELECT, INSERT, DELETE ON import_part TO ${app};
