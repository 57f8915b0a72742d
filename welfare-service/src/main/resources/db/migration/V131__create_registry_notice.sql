CREATE TABLE registry_notice (
    id          uuid        NOT NULL PRIMARY KEY REFERENCES registry_inbox,
    person      uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    kind        text        NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    change      text        NOT NULL CHECK (change IN ('KNOWN', 'TAKEN_BACK')),
    what        text        CHECK (what ~ '^[A-Z][A-Z_]{1,39}$'),
    from_day    date        NOT NULL,
    until_day   date,
    other       uuid,
    received_at timestamptz NOT NULL
);

COMMENT ON TABLE registry_notice IS 'What changed in the registry since this service began to listen: a note beside a request, and a bar to paying the dead. The registry itself is asked before money moves.';
COMMENT ON COLUMN registry_notice.id IS 'As in the inbox.';
COMMENT ON COLUMN registry_notice.person IS 'Whom it concerns.';
COMMENT ON COLUMN registry_notice.sequence IS 'The order in which the registry came to know it.';
COMMENT ON COLUMN registry_notice.kind IS 'LIFE_EVENT, DEATH, CATEGORY or LINK; another is kept and shown as it is.';
COMMENT ON COLUMN registry_notice.change IS 'KNOWN from then on, or TAKEN_BACK: known no more.';
COMMENT ON COLUMN registry_notice.what IS 'The kind of event, the category, or what the person is to the other.';
COMMENT ON COLUMN registry_notice.from_day IS 'The day, or the first one.';
COMMENT ON COLUMN registry_notice.until_day IS 'The first day on which it is so no more.';
COMMENT ON COLUMN registry_notice.other IS 'The other person of a link or an event.';
COMMENT ON COLUMN registry_notice.received_at IS 'When this service learned it.';

CREATE INDEX registry_notice_by_person ON registry_notice (person, sequence);

CREATE TRIGGER registry_notice_append_only BEFORE UPDATE OR DELETE ON registry_notice FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER registry_notice_never_emptied BEFORE TRUNCATE ON registry_notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON registry_notice TO ${app};
