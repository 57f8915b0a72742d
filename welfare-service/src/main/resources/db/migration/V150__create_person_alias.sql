CREATE TABLE person_alias (
    merge       uuid        NOT NULL PRIMARY KEY,
    person      uuid        NOT NULL,
    stands_for  uuid        NOT NULL,
    since       date,
    until       date,
    told_at     timestamptz,
    ended_at    timestamptz,
    CONSTRAINT person_alias_of_two CHECK (person <> stands_for),
    CONSTRAINT person_alias_told CHECK (num_nulls(since, told_at) IN (0, 2) AND num_nulls(until, ended_at) IN (0, 2))
);

COMMENT ON TABLE person_alias IS 'Who of the registry is whom, since when and until when: one row for each merge, whatever the order and number of the notices about it. The books keep the id that something was done for.';
COMMENT ON COLUMN person_alias.merge IS 'The merge, by the identifier of the registry.';
COMMENT ON COLUMN person_alias.person IS 'The record that was merged.';
COMMENT ON COLUMN person_alias.stands_for IS 'The record that stays.';
COMMENT ON COLUMN person_alias.since IS 'The day on which they became one; null while only the end is known.';
COMMENT ON COLUMN person_alias.until IS 'The day on which they were two again; null while they are one.';
COMMENT ON COLUMN person_alias.told_at IS 'When this service learned that they are one.';
COMMENT ON COLUMN person_alias.ended_at IS 'When this service learned that they are two again.';

CREATE INDEX person_alias_by_person ON person_alias (person) WHERE until IS NULL;
CREATE INDEX person_alias_by_survivor ON person_alias (stands_for) WHERE until IS NULL;

ALTER TABLE registry_notice ADD COLUMN event uuid;
COMMENT ON COLUMN registry_notice.kind IS 'LIFE_EVENT, DEATH, CATEGORY, LINK or MERGE; another is kept and shown as it is.';
COMMENT ON COLUMN registry_notice.event IS 'The life event or the merge that it is about.';

-- What is being selected or ordered ends first, and what begins after it knows.
CREATE FUNCTION note_alias() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7003000000000150);
    INSERT INTO person_alias AS a (merge, person, stands_for, since, told_at, until, ended_at)
    VALUES (NEW.event, NEW.person, NEW.other,
        CASE NEW.change WHEN 'KNOWN' THEN NEW.from_day END, CASE NEW.change WHEN 'KNOWN' THEN NEW.received_at END,
        CASE NEW.change WHEN 'TAKEN_BACK' THEN NEW.from_day END, CASE NEW.change WHEN 'TAKEN_BACK' THEN NEW.received_at END)
    ON CONFLICT (merge) DO UPDATE SET since = coalesce(a.since, excluded.since), told_at = coalesce(a.told_at, excluded.told_at),
        until = coalesce(a.until, excluded.until), ended_at = coalesce(a.ended_at, excluded.ended_at)
    WHERE a.person = excluded.person AND a.stands_for = excluded.stands_for;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION note_alias() IS 'Keeps what a notice says of a merge; late, twice or in another order it says the same.';

CREATE TRIGGER registry_notice_of_merge AFTER INSERT ON registry_notice FOR EACH ROW
    WHEN (NEW.kind = 'MERGE' AND NEW.event IS NOT NULL AND NEW.other IS NOT NULL AND NEW.other <> NEW.person)
    EXECUTE FUNCTION note_alias();

-- Not a view: it costs nothing where nobody is merged. Every read of a request calls it: naming the schema costs nothing, setting the path each time a little.
CREATE FUNCTION ids_of_person(asked uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.person_alias WHERE until IS NULL AND person = asked)
       AND NOT EXISTS (SELECT FROM public.person_alias WHERE until IS NULL AND stands_for = asked) THEN
        RETURN ARRAY[asked];
    END IF;
    RETURN (
        WITH RECURSIVE known(id) AS (
            SELECT asked
            UNION
            SELECT CASE WHEN a.person = k.id THEN a.stands_for ELSE a.person END
            FROM known k JOIN public.person_alias a ON a.until IS NULL AND (a.person = k.id OR a.stands_for = k.id)
        )
        SELECT array_agg(id ORDER BY id) FROM known);
END
$$;
COMMENT ON FUNCTION ids_of_person(uuid) IS 'Every id under which this person is known now, this one included.';

CREATE FUNCTION person_standing(asked uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT a.stands_for FROM public.person_alias a WHERE a.person = asked AND a.until IS NULL ORDER BY a.told_at DESC LIMIT 1), asked)
$$;
COMMENT ON FUNCTION person_standing(uuid) IS 'The record that stands for this one now.';

CREATE FUNCTION same_persons() RETURNS TABLE (one uuid, other uuid) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE edge(one, other) AS (
        SELECT person, stands_for FROM person_alias WHERE until IS NULL
        UNION SELECT stands_for, person FROM person_alias WHERE until IS NULL
    ), reach(one, other) AS (
        SELECT e.one, e.other FROM edge e
        UNION SELECT r.one, e.other FROM reach r JOIN edge e ON e.one = r.other
    )
    SELECT r.one, r.other FROM reach r WHERE r.one <> r.other
$$;
COMMENT ON FUNCTION same_persons() IS 'Every two ids that are one person now.';

REVOKE INSERT ON registry_notice FROM ${app};
GRANT INSERT (id, person, sequence, kind, change, what, from_day, until_day, other, event, received_at) ON registry_notice TO ${app};
GRANT SELECT ON person_alias TO ${app};
GRANT EXECUTE ON FUNCTION ids_of_person(uuid), person_standing(uuid), same_persons() TO ${app};
