CREATE TABLE outbox (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    sequence        bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    person_id       uuid        NOT NULL REFERENCES person,
    kind            text        NOT NULL CHECK (kind IN ('LIFE_EVENT', 'DEATH', 'CATEGORY', 'LINK')),
    change          text        NOT NULL CHECK (change IN ('KNOWN', 'TAKEN_BACK')),
    what            text,
    from_day        date        NOT NULL,
    until_day       date,
    other_id        uuid,
    event_id        uuid,
    corrects        uuid,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_fault      text,
    delivered_at    timestamptz
);

COMMENT ON TABLE outbox IS 'What other services learn of changes in the registry: written in the transaction that changes it, delivered afterwards at least once, in order for each person. Ids, kinds and days only.';
COMMENT ON COLUMN outbox.id IS 'UUIDv7; the receiver keeps it and does nothing twice.';
COMMENT ON COLUMN outbox.sequence IS 'The order of what concerns one person.';
COMMENT ON COLUMN outbox.person_id IS 'Whom it concerns.';
COMMENT ON COLUMN outbox.kind IS 'A life event, or what is known of a death, a category or a link.';
COMMENT ON COLUMN outbox.change IS 'KNOWN from now on, or TAKEN_BACK: known no more.';
COMMENT ON COLUMN outbox.what IS 'The kind of event, the category, or what the person is to the other.';
COMMENT ON COLUMN outbox.from_day IS 'The day, or the first one.';
COMMENT ON COLUMN outbox.until_day IS 'The first day on which it is so no more.';
COMMENT ON COLUMN outbox.other_id IS 'The other person of a link or an event.';
COMMENT ON COLUMN outbox.event_id IS 'The life event itself.';
COMMENT ON COLUMN outbox.corrects IS 'The life event that it takes the place of.';
COMMENT ON COLUMN outbox.created_at IS 'When it was written.';
COMMENT ON COLUMN outbox.next_attempt_at IS 'Not tried before; while it is under way it waits for its answer until then.';
COMMENT ON COLUMN outbox.attempts IS 'How often it was sent.';
COMMENT ON COLUMN outbox.last_fault IS 'Kind of the last fault; never a personal value.';
COMMENT ON COLUMN outbox.delivered_at IS 'When it was taken; null while it waits.';

CREATE INDEX outbox_waiting ON outbox (sequence) WHERE delivered_at IS NULL;
CREATE INDEX outbox_waiting_by_person ON outbox (person_id, sequence) WHERE delivered_at IS NULL;
CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;

GRANT SELECT, UPDATE (next_attempt_at, attempts, last_fault, delivered_at), DELETE ON outbox TO ${app};
