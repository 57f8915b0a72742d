CREATE TABLE import_key (
    import_id uuid   NOT NULL,
    kind      text   NOT NULL CHECK (kind IN ('REFERENCE', 'MENTIONED', 'CIN', 'PERSON')),
    key       bytea  NOT NULL,
    line      bigint NOT NULL,
    cin_index bytea,
    PRIMARY KEY (import_id, kind, key)
);

COMMENT ON TABLE import_key IS 'What the rows of a file read so far are known by, to find its doubles without holding them in memory; removed when the file is read.';
COMMENT ON COLUMN import_key.import_id IS 'The import; checked by nobody, since the rows are many and short-lived.';
COMMENT ON COLUMN import_key.kind IS 'REFERENCE, MENTIONED for the reference of a row that is refused, CIN, or PERSON for name, sex and birth date together.';
COMMENT ON COLUMN import_key.key IS 'The reference in UTF-8, else an HMAC-SHA256.';
COMMENT ON COLUMN import_key.line IS 'The first line that has it.';
COMMENT ON COLUMN import_key.cin_index IS 'Of a PERSON, the blind index of the number of identity, where the line has a well-formed one.';

GRANT SELECT, INSERT, DELETE ON import_key TO ${app};
