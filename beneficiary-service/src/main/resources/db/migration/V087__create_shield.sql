CREATE TABLE shield (
    id              uuid        NOT NULL PRIMARY KEY,
    person_id       uuid        NOT NULL REFERENCES person,
    unit            text        NOT NULL CHECK (unit ~ '^[A-Z][A-Z0-9-]{1,29}$'),
    reason_sealed   bytea       NOT NULL,
    until           date,
    state           text        NOT NULL CHECK (state IN ('PROPOSED', 'IN_FORCE', 'END_PROPOSED', 'ENDED', 'REFUSED')),
    proposed_by     text        NOT NULL,
    proposed_at     timestamptz NOT NULL,
    decided_by      text,
    decided_at      timestamptz,
    end_proposed_by text,
    ended_by        text,
    ended_at        timestamptz,
    version         bigint      NOT NULL DEFAULT 1,
    CONSTRAINT shield_two_people CHECK (decided_by <> proposed_by AND ended_by <> end_proposed_by)
);

COMMENT ON TABLE shield IS 'Colleagues in protected functions: for whoever is outside the unit the person is not in the registry.';
COMMENT ON COLUMN shield.id IS 'UUIDv7, given by the application because the reason is bound to it.';
COMMENT ON COLUMN shield.person_id IS 'Who is shielded; several units may each have a shield of one person, and each then sees them.';
COMMENT ON COLUMN shield.unit IS 'Whose members see the person: the code of an office, or a group that the access token carries in units.';
COMMENT ON COLUMN shield.reason_sealed IS 'Why, AES-GCM bound to this row and column.';
COMMENT ON COLUMN shield.until IS 'The first day on which it protects no more; null for one without an end.';
COMMENT ON COLUMN shield.state IS 'PROPOSED until a second person decides, IN_FORCE, END_PROPOSED while it protects and someone asked for its end, ENDED, or REFUSED.';
COMMENT ON COLUMN shield.proposed_by IS 'Subject of whoever asked for it.';
COMMENT ON COLUMN shield.proposed_at IS 'When it was asked for.';
COMMENT ON COLUMN shield.decided_by IS 'Subject of the other person, who approved or refused it.';
COMMENT ON COLUMN shield.decided_at IS 'When that was; from then on it protects.';
COMMENT ON COLUMN shield.end_proposed_by IS 'Subject of whoever asked for its end.';
COMMENT ON COLUMN shield.ended_by IS 'Subject of the other person, who ended it; system where its last day had passed.';
COMMENT ON COLUMN shield.ended_at IS 'When it ended.';
COMMENT ON COLUMN shield.version IS 'Counts the changes; the ETag.';

CREATE UNIQUE INDEX shield_open ON shield (person_id, unit) WHERE state IN ('PROPOSED', 'IN_FORCE', 'END_PROPOSED');
CREATE INDEX shield_by_end ON shield (until) WHERE state IN ('IN_FORCE', 'END_PROPOSED');

GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, end_proposed_by, ended_by, ended_at, version) ON shield TO ${app};
