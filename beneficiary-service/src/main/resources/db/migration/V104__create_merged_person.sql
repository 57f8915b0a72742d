CREATE TABLE merged_person (
    id          uuid   NOT NULL PRIMARY KEY REFERENCES person_merge,
    merged      uuid   NOT NULL REFERENCES person,
    survivor    uuid   NOT NULL REFERENCES person,
    known_from  bigint NOT NULL DEFAULT knowledge_now() REFERENCES knowledge,
    known_until bigint REFERENCES knowledge,
    unmerge     uuid   REFERENCES person_merge
);

COMMENT ON TABLE merged_person IS 'Which record answers as which other, since when and until when; written by the approval of a merge alone. No chain: a survivor is nobody else''s.';
COMMENT ON COLUMN merged_person.id IS 'The merge.';
COMMENT ON COLUMN merged_person.merged IS 'The record that answers as the survivor.';
COMMENT ON COLUMN merged_person.survivor IS 'The survivor.';
COMMENT ON COLUMN merged_person.known_from IS 'In which knowledge they became one.';
COMMENT ON COLUMN merged_person.known_until IS 'In which knowledge they were two again; null while they are one.';
COMMENT ON COLUMN merged_person.unmerge IS 'The unmerge.';

CREATE UNIQUE INDEX merged_person_now ON merged_person (merged) WHERE known_until IS NULL;
CREATE INDEX merged_person_of ON merged_person (survivor) WHERE known_until IS NULL;
CREATE INDEX merged_person_ever ON merged_person (merged);

CREATE FUNCTION person_now(asked uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce((SELECT m.survivor FROM merged_person m WHERE m.merged = asked AND m.known_until IS NULL), asked)
$$;
COMMENT ON FUNCTION person_now(uuid) IS 'The record that answers for this one now.';

-- An array, so that whoever asks by it looks into an index and does not read the table.
CREATE FUNCTION records_of(asked uuid[]) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT asked || ARRAY(SELECT m.merged FROM merged_person m WHERE m.survivor = ANY (asked) AND m.known_until IS NULL)
$$;
COMMENT ON FUNCTION records_of(uuid[]) IS 'These records and those that answer as one of them now.';

-- What was known of the merged record has moved, and nothing new is written to it: nobody is held, paid or counted twice.
CREATE FUNCTION keep_merged_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    entered_for boolean;
BEGIN
    IF NOT EXISTS (SELECT FROM merged_person WHERE known_until IS NULL) THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM entered e JOIN merged_person m ON m.known_until IS NULL AND m.merged IN (%s))', TG_ARGV[0])
        INTO entered_for;
    IF entered_for THEN
        RAISE EXCEPTION 'a merged record holds nothing: % is the survivor''s', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION keep_merged_empty() IS 'Nothing is entered for a record that answers as another.';

CREATE TRIGGER category_period_of_survivor AFTER INSERT ON category_period REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION keep_merged_empty('e.person_id');
CREATE TRIGGER pension_period_of_survivor AFTER INSERT ON pension_period REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION keep_merged_empty('e.person_id');
CREATE TRIGGER person_link_of_survivor AFTER INSERT ON person_link REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION keep_merged_empty('e.person_id, e.other_id');
CREATE TRIGGER payee_period_of_survivor AFTER INSERT ON payee_period REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION keep_merged_empty('e.person_id, e.payee_id');
CREATE TRIGGER account_of_survivor AFTER INSERT ON account REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION keep_merged_empty('e.person_id');

CREATE FUNCTION carry_out_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM person WHERE id IN (NEW.survivor, NEW.merged) ORDER BY id FOR NO KEY UPDATE;
    IF NEW.kind = 'UNMERGE' THEN
        UPDATE merged_person SET known_until = knowledge_now(), unmerge = NEW.id
        WHERE id = NEW.undoes AND merged = NEW.merged AND survivor = NEW.survivor AND known_until IS NULL;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'only what is merged is unmerged' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSE
        IF EXISTS (SELECT FROM merged_person WHERE known_until IS NULL AND (merged = NEW.survivor OR survivor = NEW.merged)) THEN
            RAISE EXCEPTION 'a survivor answers as nobody else' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM category_period WHERE person_id = NEW.merged AND known_until IS NULL)
           OR EXISTS (SELECT FROM pension_period WHERE person_id = NEW.merged AND known_until IS NULL)
           OR EXISTS (SELECT FROM person_link WHERE person_id = NEW.merged AND known_until IS NULL)
           OR EXISTS (SELECT FROM person_link WHERE other_id = NEW.merged AND known_until IS NULL)
           OR EXISTS (SELECT FROM payee_period WHERE (person_id = NEW.merged OR payee_id = NEW.merged) AND known_until IS NULL)
           OR EXISTS (SELECT FROM account WHERE person_id = NEW.merged AND used_until IS NULL) THEN
            RAISE EXCEPTION 'the record that is merged still holds something' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (SELECT shielded_for FROM person WHERE id = NEW.survivor) IS DISTINCT FROM (SELECT shielded_for FROM person WHERE id = NEW.merged) THEN
            RAISE EXCEPTION 'records that are shielded otherwise stay apart' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM change_request WHERE person_id = NEW.merged AND state = 'PROPOSED') THEN
            RAISE EXCEPTION 'what is asked for on the record that is merged is decided first' USING ERRCODE = 'restrict_violation';
        END IF;
        INSERT INTO merged_person (id, merged, survivor) VALUES (NEW.id, NEW.merged, NEW.survivor);
    END IF;
    -- Of who was entered dead nobody was told: for whoever answers as them from now on it is news.
    INSERT INTO outbox (person_id, kind, change, from_day)
    SELECT id, 'DEATH', 'KNOWN', death_date FROM person WHERE NEW.kind = 'MERGE' AND id = NEW.survivor AND death_date IS NOT NULL;
    INSERT INTO outbox (person_id, kind, change, from_day, other_id, event_id)
    VALUES (NEW.merged, 'MERGE', CASE NEW.kind WHEN 'MERGE' THEN 'KNOWN' ELSE 'TAKEN_BACK' END,
        (NEW.decided_at AT TIME ZONE 'Africa/Casablanca')::date, NEW.survivor, CASE NEW.kind WHEN 'MERGE' THEN NEW.id ELSE NEW.undoes END);
    INSERT INTO outbox (person_id, kind, change, from_day, other_id, event_id)
    SELECT NEW.merged, 'REQUEST', 'KNOWN', (NEW.decided_at AT TIME ZONE 'Africa/Casablanca')::date, NEW.survivor, request
    FROM unnest(NEW.requests) request;
    -- What the one was alike to may be alike to the survivor, and the other way round after an unmerge.
    INSERT INTO double_check (person_id)
    SELECT NEW.survivor UNION SELECT NEW.merged
    UNION SELECT CASE WHEN one = NEW.merged THEN other ELSE one END FROM double_pair
        WHERE state = 'OPEN' AND (one = NEW.merged OR other = NEW.merged)
    ON CONFLICT DO NOTHING;
    UPDATE double_pair SET state = CASE NEW.kind WHEN 'MERGE' THEN 'MERGED' ELSE 'APART' END,
        apart_sealed = NULL, decided_by = NEW.decided_by, decided_at = NEW.decided_at, version = version + 1
    WHERE one = least(NEW.survivor, NEW.merged) AND other = greatest(NEW.survivor, NEW.merged);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION carry_out_merge() IS 'Makes two records one, or two again, tells other services, and closes the pair of the list; called by the approval alone.';

CREATE TRIGGER person_merge_done AFTER UPDATE OF state ON person_merge FOR EACH ROW WHEN (NEW.state = 'DONE')
    EXECUTE FUNCTION carry_out_merge();

ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check,
    ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('LIFE_EVENT', 'DEATH', 'CATEGORY', 'LINK', 'MERGE', 'REQUEST'));
COMMENT ON COLUMN outbox.kind IS 'A life event; what is known of a death, a category or a link; that the person answers as the other, by the merge that event_id names; or that the request of event_id, made for the other, is the person''s.';

ALTER TABLE knowledge DROP CONSTRAINT knowledge_cause_check,
    ADD CONSTRAINT knowledge_cause_check
        CHECK (cause IN ('BEGINNING', 'ENTRY', 'IMPORT', 'EVENT', 'RULE', 'MERGE', 'UNMERGE', 'UNSTATED'));
COMMENT ON COLUMN knowledge.about IS 'The import, the event, the merge or the unmerge.';

GRANT SELECT ON merged_person TO ${app};
GRANT EXECUTE ON FUNCTION person_now(uuid), records_of(uuid[]) TO ${app};
