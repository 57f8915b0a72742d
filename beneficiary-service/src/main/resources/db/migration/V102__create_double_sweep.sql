CREATE TABLE double_sweep (
    id          uuid        NOT NULL PRIMARY KEY,
    state       text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE')),
    reached     uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    compared    bigint      NOT NULL DEFAULT 0 CHECK (compared >= 0),
    found       bigint      NOT NULL DEFAULT 0 CHECK (found >= 0),
    started_by  text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT double_sweep_finished CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);

COMMENT ON TABLE double_sweep IS 'A comparison of everybody of the registry with everybody else, some hundreds at a time; after a crash it goes on where it stood.';
COMMENT ON COLUMN double_sweep.id IS 'UUIDv7.';
COMMENT ON COLUMN double_sweep.state IS 'RUNNING, then DONE.';
COMMENT ON COLUMN double_sweep.reached IS 'The last person compared, in the order of the ids.';
COMMENT ON COLUMN double_sweep.compared IS 'How many were compared.';
COMMENT ON COLUMN double_sweep.found IS 'How many pairs were not on the list before.';
COMMENT ON COLUMN double_sweep.started_by IS 'Subject of who asked for it.';
COMMENT ON COLUMN double_sweep.started_at IS 'When.';
COMMENT ON COLUMN double_sweep.finished_at IS 'When it was done.';

CREATE UNIQUE INDEX double_sweep_one ON double_sweep (state) WHERE state = 'RUNNING';

GRANT SELECT, INSERT, UPDATE (state, reached, compared, found, finished_at) ON double_sweep TO ${app};
