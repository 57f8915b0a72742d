CREATE TABLE import_line (
    import_id  uuid    NOT NULL REFERENCES import_job,
    line       bigint  NOT NULL CHECK (line > 0),
    number     integer NOT NULL CHECK (number > 0),
    verdict    text    NOT NULL CHECK (verdict IN ('refused', 'warning')),
    reference  text,
    code       text    NOT NULL,
    parameters jsonb   NOT NULL,
    PRIMARY KEY (import_id, line, number)
);

COMMENT ON TABLE import_line IS 'What was refused or doubted in a file, line by line; the texts are made when it is read, in the reader''s language.';
COMMENT ON COLUMN import_line.import_id IS 'The import.';
COMMENT ON COLUMN import_line.line IS 'Line in the file; the header is line 1.';
COMMENT ON COLUMN import_line.number IS 'Tells apart several findings of one line.';
COMMENT ON COLUMN import_line.verdict IS 'refused where the row was left out, warning where it was taken in with a doubt.';
COMMENT ON COLUMN import_line.reference IS 'The reference on the line, where it has one.';
COMMENT ON COLUMN import_line.code IS 'Stable name of the reason.';
COMMENT ON COLUMN import_line.parameters IS 'What the text of the reason names; never a personal value.';

GRANT SELECT, INSERT ON import_line TO ${app};
