CREATE TABLE import_kept (
    id             uuid    NOT NULL PRIMARY KEY,
    import_id      uuid    NOT NULL REFERENCES import_job,
    number         integer NOT NULL CHECK (number > 0),
    content_sealed bytea   NOT NULL,
    UNIQUE (import_id, number)
);

COMMENT ON TABLE import_kept IS 'The rows that were left out, as they were sent, so that they can be corrected and sent again; removed after 30 days.';
COMMENT ON COLUMN import_kept.id IS 'UUIDv7, given by the application because the content is bound to it.';
COMMENT ON COLUMN import_kept.import_id IS 'The import.';
COMMENT ON COLUMN import_kept.number IS 'The part of the file that they stood in.';
COMMENT ON COLUMN import_kept.content_sealed IS 'The rows, AES-GCM bound to this row and column.';

GRANT SELECT, INSERT, DELETE ON import_kept TO ${app};
