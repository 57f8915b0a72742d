-- The plan of a trigger is made once, when the registry may be empty, and a join that suits an empty table read every person for each part of
-- a file. Each person who changed is looked up by key instead, and nobody else. What is announced is what was.
CREATE OR REPLACE FUNCTION announce_categories() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, what, from_day, until_day)
    SELECT c.person_id, 'CATEGORY', TG_ARGV[0], c.category, lower(c.held), upper(c.held)
    FROM changed c
    CROSS JOIN announced_persons() a
    WHERE (SELECT p.known_from <> a.current_id
            AND (SELECT k.about = a.current_about FROM knowledge k WHERE k.id = p.known_from) IS NOT TRUE
        FROM person p WHERE p.id = c.person_id)
    ORDER BY c.person_id, lower(c.held);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION announce_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, what, from_day, until_day, other_id)
    SELECT c.person_id, 'LINK', TG_ARGV[0], c.kind, lower(c.held), upper(c.held), c.other_id
    FROM changed c
    CROSS JOIN announced_persons() a
    WHERE (SELECT p.known_from <> a.current_id
            AND (SELECT k.about = a.current_about FROM knowledge k WHERE k.id = p.known_from) IS NOT TRUE
        FROM person p WHERE p.id = c.person_id)
    ORDER BY c.person_id, lower(c.held);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION announce_deaths() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, from_day)
    SELECT c.person_id, 'DEATH', TG_ARGV[0], c.day
    FROM changed c
    CROSS JOIN announced_persons() a
    WHERE c.kind = 'DEATH' AND (SELECT p.known_from <> a.current_id
            AND (SELECT k.about = a.current_about FROM knowledge k WHERE k.id = p.known_from) IS NOT TRUE
        FROM person p WHERE p.id = c.person_id)
    ORDER BY c.person_id;
    RETURN NULL;
END
$$;
