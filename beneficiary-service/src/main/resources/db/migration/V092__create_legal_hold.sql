CREATE TABLE legal_hold (
    id            uuid        NOT NULL PRIMARY KEY,
    person_id     uuid        NOT NULL REFERENCES person,
    reason_sealed bytea       NOT NULL,
    set_by        text        NOT NULL,
    set_at        timestamptz NOT NULL,
    lifted_by     text,
    lifted_at     timestamptz,
    CONSTRAINT legal_hold_two_people CHECK (lifted_by <> set_by),
    CONSTRAINT legal_hold_lifted_whole CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);

COMMENT ON TABLE legal_hold IS 'What keeps a person from being erased although the retention has passed, such as a lawsuit or an inquiry.';
COMMENT ON COLUMN legal_hold.id IS 'UUIDv7, given by the application because the reason is bound to it.';
COMMENT ON COLUMN legal_hold.person_id IS 'Who is kept.';
COMMENT ON COLUMN legal_hold.reason_sealed IS 'Why, AES-GCM bound to this row and column.';
COMMENT ON COLUMN legal_hold.set_by IS 'Subject of the auditor or registry manager who set it.';
COMMENT ON COLUMN legal_hold.set_at IS 'When it was set.';
COMMENT ON COLUMN legal_hold.lifted_by IS 'Subject of another auditor or registry manager, who lifted it; null while it holds.';
COMMENT ON COLUMN legal_hold.lifted_at IS 'When that was.';

CREATE INDEX legal_hold_by_person ON legal_hold (person_id, id);
CREATE INDEX legal_hold_open ON legal_hold (person_id) WHERE lifted_at IS NULL;

GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at) ON legal_hold TO ${app};
