ALTER TABLE import_line
    DROP CONSTRAINT import_line_verdict_check,
    DROP CONSTRAINT import_line_line_check,
    ADD CONSTRAINT import_line_verdict_check CHECK (verdict IN ('refused', 'needs-look', 'warning', 'absent')),
    ADD CONSTRAINT import_line_line_check CHECK (line > 0 OR verdict = 'absent');

COMMENT ON COLUMN import_line.line IS 'Line in the file; the header is line 1; 0 for who is absent from it.';
COMMENT ON COLUMN import_line.verdict IS 'refused or needs-look where the row was left out, warning where it was taken in with a doubt, absent for a person whom a complete file lacks.';
