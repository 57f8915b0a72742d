CREATE TABLE life_event (
    id           uuid        NOT NULL PRIMARY KEY,
    person_id    uuid        NOT NULL REFERENCES person,
    kind         text        NOT NULL CHECK (kind IN ('RETIREMENT', 'INJURY_ON_DUTY', 'DEATH', 'MARRIAGE', 'DIVORCE',
        'REMARRIAGE', 'BIRTH', 'END_OF_SCHOOLING', 'DISABILITY')),
    manner       text        CHECK (manner IN ('ON_DUTY', 'IN_SERVICE', 'OTHERWISE')),
    day          date        NOT NULL,
    other_id     uuid        REFERENCES person,
    evidence     text        NOT NULL CHECK (length(evidence) BETWEEN 1 AND 200),
    corrects     uuid        UNIQUE REFERENCES life_event,
    effect       text        NOT NULL CHECK (effect IN ('STATED', 'WITHDRAWN')),
    reason       text        CHECK (length(reason) BETWEEN 1 AND 1000),
    entered_by   text        NOT NULL,
    entered_from text,
    entered_at   timestamptz NOT NULL,
    known_from   bigint      NOT NULL DEFAULT knowledge_now() REFERENCES knowledge,
    CONSTRAINT life_event_manner_of_a_death CHECK ((kind = 'DEATH') = (manner IS NOT NULL)),
    CONSTRAINT life_event_reason_of_a_correction CHECK ((corrects IS NULL) = (reason IS NULL)),
    CONSTRAINT life_event_withdraws_another CHECK (effect = 'STATED' OR corrects IS NOT NULL),
    CONSTRAINT life_event_of_two CHECK (other_id <> person_id)
);

COMMENT ON TABLE life_event IS 'What happened in a life. An event is never changed: another corrects or withdraws it and names it.';
COMMENT ON COLUMN life_event.id IS 'UUIDv7.';
COMMENT ON COLUMN life_event.person_id IS 'Whose life it is.';
COMMENT ON COLUMN life_event.kind IS 'What happened.';
COMMENT ON COLUMN life_event.manner IS 'Of a death, whether on duty, in service, or otherwise.';
COMMENT ON COLUMN life_event.day IS 'The day on which it happened; of schooling the first day after it.';
COMMENT ON COLUMN life_event.other_id IS 'The spouse, or the child that was born.';
COMMENT ON COLUMN life_event.evidence IS 'The act or decision that shows it.';
COMMENT ON COLUMN life_event.corrects IS 'The event that this one takes the place of.';
COMMENT ON COLUMN life_event.effect IS 'WITHDRAWN where nothing takes the place of the event that it names.';
COMMENT ON COLUMN life_event.reason IS 'Why it corrects or withdraws.';
COMMENT ON COLUMN life_event.entered_by IS 'Subject of the access token.';
COMMENT ON COLUMN life_event.entered_from IS 'Office of who entered it; null at headquarters.';
COMMENT ON COLUMN life_event.entered_at IS 'When it was entered.';
COMMENT ON COLUMN life_event.known_from IS 'In which knowledge it became known.';

CREATE INDEX life_event_by_person ON life_event (person_id, id);
CREATE INDEX life_event_by_other ON life_event (other_id) WHERE other_id IS NOT NULL;

CREATE TRIGGER life_event_append_only BEFORE UPDATE OR DELETE ON life_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER life_event_never_emptied BEFORE TRUNCATE ON life_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A correction stays in the life that it corrects.
CREATE FUNCTION keep_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM life_event WHERE id = NEW.corrects AND person_id = NEW.person_id AND effect = 'STATED') THEN
        RAISE EXCEPTION 'an event corrects one of the same life that stands' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_life() IS 'An event corrects only a stated one of the same person.';
CREATE TRIGGER life_event_of_the_same_life BEFORE INSERT ON life_event FOR EACH ROW WHEN (NEW.corrects IS NOT NULL)
    EXECUTE FUNCTION keep_life();

ALTER TABLE category_period
    ADD CONSTRAINT category_period_founding FOREIGN KEY (founded_by) REFERENCES life_event,
    ADD CONSTRAINT category_period_ending FOREIGN KEY (ended_by) REFERENCES life_event;
ALTER TABLE person_link
    ADD CONSTRAINT person_link_founding FOREIGN KEY (founded_by) REFERENCES life_event,
    ADD CONSTRAINT person_link_ending FOREIGN KEY (ended_by) REFERENCES life_event;

GRANT SELECT, INSERT (id, person_id, kind, manner, day, other_id, evidence, corrects, effect, reason, entered_by, entered_from, entered_at)
    ON life_event TO ${app};
