CREATE TABLE import_verdict (
    import_id uuid     NOT NULL REFERENCES import_job,
    number    integer  NOT NULL CHECK (number > 0),
    last_line bigint   NOT NULL,
    lines     bigint[] NOT NULL,
    verdicts  text[]   NOT NULL,
    persons   uuid[]   NOT NULL,
    PRIMARY KEY (import_id, number),
    CONSTRAINT import_verdict_one_a_row
        CHECK (cardinality(lines) = cardinality(verdicts) AND cardinality(lines) = cardinality(persons))
);

COMMENT ON TABLE import_verdict IS 'What became of each row, a part of the file at a time; the reasons stand in import_line.';
COMMENT ON COLUMN import_verdict.import_id IS 'The import.';
COMMENT ON COLUMN import_verdict.number IS 'The part of the file, from 1.';
COMMENT ON COLUMN import_verdict.last_line IS 'The last of its lines.';
COMMENT ON COLUMN import_verdict.lines IS 'The lines of the rows; the header is line 1.';
COMMENT ON COLUMN import_verdict.verdicts IS 'Of each row created, updated, unchanged, needs-look or refused.';
COMMENT ON COLUMN import_verdict.persons IS 'Of each row the person, where it has one.';

GRANT SELECT, INSERT ON import_verdict TO ${app};
