-- The rows that wait are kept in another form from now on: what still waits has to be sent again.
UPDATE import_job SET state = 'FAILED', ended_at = requested_at WHERE state IN ('QUEUED', 'RUNNING');
DELETE FROM import_part;

ALTER TABLE import_job
    ADD COLUMN source      text    NOT NULL DEFAULT 'REGISTRY' CHECK (source IN ('REGISTRY', 'HR', 'PENSION_FUND', 'MUTUAL')),
    ADD COLUMN coverage    text    NOT NULL DEFAULT 'PARTIAL' CHECK (coverage IN ('PARTIAL', 'COMPLETE')),
    ADD COLUMN effect      text    NOT NULL DEFAULT 'WRITTEN' CHECK (effect IN ('WRITTEN', 'NONE')),
    ADD COLUMN format      text    NOT NULL DEFAULT 'CSV' CHECK (format IN ('CSV', 'XLSX')),
    ADD COLUMN encoding    text    CHECK (encoding IN ('UTF_8', 'WINDOWS_1256')),
    ADD COLUMN separator   text    CHECK (separator IN ('COMMA', 'SEMICOLON', 'TAB')),
    ADD COLUMN header      text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN needs_look  integer NOT NULL DEFAULT 0,
    ADD COLUMN absent      integer NOT NULL DEFAULT 0,
    ADD COLUMN parts_done  integer NOT NULL DEFAULT 0,
    ADD COLUMN broken_row  integer,
    ADD COLUMN broken_line bigint,
    ADD COLUMN broken_code text,
    ADD COLUMN confirms    uuid    UNIQUE REFERENCES import_job,
    DROP CONSTRAINT import_job_state_check,
    DROP CONSTRAINT import_job_counts_add_up,
    ADD CONSTRAINT import_job_state_check CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    ADD CONSTRAINT import_job_counts_add_up
        CHECK (created + updated + unchanged + needs_look + refused = rows_done AND rows_done <= rows),
    ADD CONSTRAINT import_job_broken_whole CHECK (num_nonnulls(broken_row, broken_line, broken_code) IN (0, 3));

COMMENT ON COLUMN import_job.state IS 'QUEUED until its first part is read, RUNNING, then DONE, FAILED where it could not go on, or CANCELLED by a manager.';
COMMENT ON COLUMN import_job.source IS 'Whose file it is, which says what it may change.';
COMMENT ON COLUMN import_job.coverage IS 'COMPLETE where the source says that whoever is not in the file is not its any more.';
COMMENT ON COLUMN import_job.effect IS 'WRITTEN, or NONE for a dry run, which judges each row and changes nobody.';
COMMENT ON COLUMN import_job.format IS 'CSV or XLSX.';
COMMENT ON COLUMN import_job.encoding IS 'How the text was read; null for a workbook.';
COMMENT ON COLUMN import_job.separator IS 'What stood between the fields; null for a workbook.';
COMMENT ON COLUMN import_job.header IS 'The header as sent, for the file of what is to be corrected.';
COMMENT ON COLUMN import_job.needs_look IS 'Rows left out until someone has looked at them.';
COMMENT ON COLUMN import_job.absent IS 'Persons of the source whom a complete file lacks.';
COMMENT ON COLUMN import_job.parts_done IS 'Up to which part the file is read: after a crash it goes on with the next.';
COMMENT ON COLUMN import_job.broken_row IS 'The row from which on the file cannot be read; the rows before it stand.';
COMMENT ON COLUMN import_job.broken_line IS 'The line on which that row begins.';
COMMENT ON COLUMN import_job.broken_code IS 'Stable name of the reason.';
COMMENT ON COLUMN import_job.confirms IS 'The dry run whose rows are taken in for real; a dry run is confirmed once.';

GRANT UPDATE (import_id) ON import_part TO ${app};
COMMENT ON TABLE import_part IS 'Rows of a file that wait, some hundreds a part; those of a dry run wait for its confirmation.';
