CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% takes inserts only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION refuse_change() IS 'Keeps a table append-only, whoever asks.';

CREATE TABLE audit_entry (
    id           uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    occurred_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_office text,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   text        NOT NULL,
    purpose      text,
    request_id   text,
    facts        jsonb       NOT NULL
);

COMMENT ON TABLE audit_entry IS 'What happened, who did it and why; written in the transaction of the act, never changed. A tree over it numbers its rows in a table of its own.';
COMMENT ON COLUMN audit_entry.id IS 'UUIDv7.';
COMMENT ON COLUMN audit_entry.occurred_at IS 'Instant of the act by the service''s clock.';
COMMENT ON COLUMN audit_entry.actor IS 'Subject of the access token, or system.';
COMMENT ON COLUMN audit_entry.actor_office IS 'Office of the actor at that instant; null at headquarters.';
COMMENT ON COLUMN audit_entry.action IS 'What was done.';
COMMENT ON COLUMN audit_entry.subject_type IS 'Kind of thing it was done to.';
COMMENT ON COLUMN audit_entry.subject_id IS 'Identifier of that thing.';
COMMENT ON COLUMN audit_entry.purpose IS 'Purpose stated for a look at a sensitive field.';
COMMENT ON COLUMN audit_entry.request_id IS 'Identifier of the request.';
COMMENT ON COLUMN audit_entry.facts IS 'Identifiers, states and amounts; never a name, a number of identity or an account.';

CREATE INDEX audit_entry_by_subject ON audit_entry (subject_type, subject_id, id);

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON audit_entry TO ${app};
