ALTER TABLE person ADD COLUMN known_from bigint NOT NULL DEFAULT 0 REFERENCES knowledge;
ALTER TABLE person ALTER COLUMN known_from SET DEFAULT knowledge_now();

COMMENT ON COLUMN person.known_from IS 'In which knowledge the person was entered.';

CREATE TABLE life_date (
    id          uuid   NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    person_id   uuid   NOT NULL REFERENCES person,
    kind        text   NOT NULL CHECK (kind IN ('BIRTH', 'DEATH')),
    day         date   NOT NULL,
    source      text   NOT NULL,
    known_from  bigint NOT NULL DEFAULT knowledge_now() REFERENCES knowledge,
    known_until bigint REFERENCES knowledge
);

COMMENT ON TABLE life_date IS 'Since when a death, or another birth date than the first, is known, and until when; written by the change of the person itself.';
COMMENT ON COLUMN life_date.id IS 'UUIDv7.';
COMMENT ON COLUMN life_date.person_id IS 'The person.';
COMMENT ON COLUMN life_date.kind IS 'DEATH; BIRTH only where the birth date was ever corrected.';
COMMENT ON COLUMN life_date.day IS 'The day.';
COMMENT ON COLUMN life_date.source IS 'Who said it.';
COMMENT ON COLUMN life_date.known_from IS 'In which knowledge it began to be known.';
COMMENT ON COLUMN life_date.known_until IS 'In which knowledge it was corrected or taken back; null while it is what is known.';

CREATE UNIQUE INDEX life_date_once ON life_date (person_id, kind) WHERE known_until IS NULL;
CREATE INDEX life_date_by_person ON life_date (person_id, kind);

CREATE TRIGGER life_date_kept BEFORE UPDATE ON life_date FOR EACH ROW EXECUTE FUNCTION keep_knowledge();
CREATE TRIGGER life_date_stays BEFORE DELETE ON life_date FOR EACH ROW EXECUTE FUNCTION keep_past();

INSERT INTO life_date (person_id, kind, day, source, known_from)
SELECT id, 'DEATH', death_date, coalesce(origins ->> 'DEATH_DATE', 'REGISTRY'), 0 FROM person WHERE death_date IS NOT NULL;

CREATE FUNCTION note_death() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        UPDATE life_date SET known_until = knowledge_now()
        WHERE person_id = NEW.id AND kind = 'DEATH' AND known_until IS NULL;
    END IF;
    IF NEW.death_date IS NOT NULL THEN
        INSERT INTO life_date (person_id, kind, day, source)
        VALUES (NEW.id, 'DEATH', NEW.death_date, coalesce(NEW.origins ->> 'DEATH_DATE', 'REGISTRY'));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION note_death() IS 'Keeps when a death was known, whoever writes it.';

-- The first birth date is kept only once another takes its place: most never change.
CREATE FUNCTION note_birth() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE life_date SET known_until = knowledge_now()
    WHERE person_id = NEW.id AND kind = 'BIRTH' AND known_until IS NULL;
    IF NOT FOUND THEN
        INSERT INTO life_date (person_id, kind, day, source, known_from, known_until)
        VALUES (NEW.id, 'BIRTH', OLD.birth_date, coalesce(OLD.origins ->> 'BIRTH_DATE', 'REGISTRY'), NEW.known_from, knowledge_now());
    END IF;
    INSERT INTO life_date (person_id, kind, day, source)
    VALUES (NEW.id, 'BIRTH', NEW.birth_date, coalesce(NEW.origins ->> 'BIRTH_DATE', 'REGISTRY'));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION note_birth() IS 'Keeps which birth date was known when, whoever writes it.';

CREATE FUNCTION keep_entering() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a person is entered once' USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION keep_entering() IS 'When a person was entered never changes.';

CREATE TRIGGER person_death_entered AFTER INSERT ON person FOR EACH ROW WHEN (NEW.death_date IS NOT NULL)
    EXECUTE FUNCTION note_death();
CREATE TRIGGER person_death_changed AFTER UPDATE ON person FOR EACH ROW
    WHEN (OLD.death_date IS DISTINCT FROM NEW.death_date) EXECUTE FUNCTION note_death();
CREATE TRIGGER person_birth_changed AFTER UPDATE ON person FOR EACH ROW
    WHEN (OLD.birth_date IS DISTINCT FROM NEW.birth_date) EXECUTE FUNCTION note_birth();
CREATE TRIGGER person_entering_kept BEFORE UPDATE ON person FOR EACH ROW
    WHEN (OLD.known_from IS DISTINCT FROM NEW.known_from) EXECUTE FUNCTION keep_entering();

GRANT SELECT ON life_date TO ${app};
