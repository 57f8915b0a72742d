CREATE TABLE event_step (
    id          uuid   NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    event_id    uuid   NOT NULL REFERENCES life_event,
    person_id   uuid   NOT NULL REFERENCES person,
    category    text   CHECK (category IN
        ('ACTIVE', 'RETIRED', 'WIDOWED_SPOUSE', 'ORPHAN', 'INJURED_ON_DUTY', 'SPOUSE', 'CHILD', 'PARENT')),
    link_kind   text   CHECK (link_kind IN ('SPOUSE', 'CHILD', 'PARENT', 'GUARDIAN')),
    other_id    uuid   REFERENCES person,
    act         text   NOT NULL CHECK (act IN ('OPEN', 'CLOSE', 'DIE', 'SCHOOLED', 'UNLIMITED')),
    reason      text   CHECK (reason ~ '^[A-Z][A-Z_]{1,39}$'),
    known_from  bigint NOT NULL DEFAULT knowledge_now() REFERENCES knowledge,
    known_until bigint REFERENCES knowledge,
    CONSTRAINT event_step_one_thing CHECK (
        CASE act WHEN 'DIE' THEN num_nonnulls(category, link_kind, other_id) = 0
            ELSE num_nonnulls(category, link_kind) = 1 AND (link_kind IS NULL) = (other_id IS NULL) END)
);

COMMENT ON TABLE event_step IS 'What follows from an event by the rules, for whom, and when that was known: decided again whenever what is known of the family changes.';
COMMENT ON COLUMN event_step.id IS 'UUIDv7.';
COMMENT ON COLUMN event_step.event_id IS 'The event.';
COMMENT ON COLUMN event_step.person_id IS 'For whom.';
COMMENT ON COLUMN event_step.category IS 'The category that it opens, closes or concerns.';
COMMENT ON COLUMN event_step.link_kind IS 'The link that it opens or closes.';
COMMENT ON COLUMN event_step.other_id IS 'The other person of the link.';
COMMENT ON COLUMN event_step.act IS 'OPEN, CLOSE, DIE; SCHOOLED moves the age limit, UNLIMITED lifts it.';
COMMENT ON COLUMN event_step.reason IS 'Why what it closes ended.';
COMMENT ON COLUMN event_step.known_from IS 'In which knowledge it began to follow.';
COMMENT ON COLUMN event_step.known_until IS 'In which knowledge it followed no more; null while it follows.';

CREATE INDEX event_step_by_event ON event_step (event_id);
CREATE INDEX event_step_by_person ON event_step (person_id) WHERE known_until IS NULL;
CREATE INDEX event_step_by_other ON event_step (other_id) WHERE known_until IS NULL AND other_id IS NOT NULL;

CREATE TRIGGER event_step_kept BEFORE UPDATE ON event_step FOR EACH ROW EXECUTE FUNCTION keep_knowledge();
CREATE TRIGGER event_step_stays BEFORE DELETE ON event_step FOR EACH ROW EXECUTE FUNCTION keep_past();

GRANT SELECT, INSERT (event_id, person_id, category, link_kind, other_id, act, reason), UPDATE (known_until) ON event_step TO ${app};
