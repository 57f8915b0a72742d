CREATE TABLE import_job (
    id           uuid        NOT NULL PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes        bigint      NOT NULL CHECK (bytes >= 0),
    rows         integer     NOT NULL CHECK (rows >= 0),
    rows_done    integer     NOT NULL DEFAULT 0,
    created      integer     NOT NULL DEFAULT 0,
    updated      integer     NOT NULL DEFAULT 0,
    unchanged    integer     NOT NULL DEFAULT 0,
    refused      integer     NOT NULL DEFAULT 0,
    warnings     integer     NOT NULL DEFAULT 0,
    attempts     integer     NOT NULL DEFAULT 0,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    started_at   timestamptz,
    ended_at     timestamptz,
    CONSTRAINT import_job_counts_add_up CHECK (created + updated + unchanged + refused = rows_done AND rows_done <= rows)
);

COMMENT ON TABLE import_job IS 'A file of the registry being taken in, and how far it is.';
COMMENT ON COLUMN import_job.id IS 'UUIDv7.';
COMMENT ON COLUMN import_job.state IS 'QUEUED until its first part is read, RUNNING, then DONE, or FAILED where it could not go on.';
COMMENT ON COLUMN import_job.sha256 IS 'Hash of the bytes received.';
COMMENT ON COLUMN import_job.bytes IS 'How many bytes were received.';
COMMENT ON COLUMN import_job.rows IS 'How many rows the file has.';
COMMENT ON COLUMN import_job.rows_done IS 'How many rows have their verdict.';
COMMENT ON COLUMN import_job.created IS 'Rows that entered a person.';
COMMENT ON COLUMN import_job.updated IS 'Rows that changed a person.';
COMMENT ON COLUMN import_job.unchanged IS 'Rows that said nothing new.';
COMMENT ON COLUMN import_job.refused IS 'Rows refused.';
COMMENT ON COLUMN import_job.warnings IS 'Warnings given; their rows are counted above too.';
COMMENT ON COLUMN import_job.attempts IS 'Failures in a row at the part where it stands.';
COMMENT ON COLUMN import_job.requested_by IS 'Subject of the access token that sent the file.';
COMMENT ON COLUMN import_job.requested_at IS 'When the file came.';
COMMENT ON COLUMN import_job.started_at IS 'When its first part was begun.';
COMMENT ON COLUMN import_job.ended_at IS 'When it was done or failed.';

CREATE INDEX import_job_open ON import_job (id) WHERE state IN ('QUEUED', 'RUNNING');

GRANT SELECT, INSERT, UPDATE ON import_job TO ${app};
