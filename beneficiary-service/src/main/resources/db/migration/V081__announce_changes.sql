-- Whoever writes, the change is announced with it, many rows in one statement. Of a person who enters with the same transaction, or with
-- the same import, nobody outside can know anything yet: a first load announces nothing.
CREATE FUNCTION announced_persons() RETURNS TABLE (current_id bigint, current_about uuid) LANGUAGE sql AS $$
    SELECT id, about FROM knowledge WHERE id = knowledge_now()
$$;
COMMENT ON FUNCTION announced_persons() IS 'The knowledge under way, by which those who enter with it are told from those who were there.';

CREATE FUNCTION announce_categories() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, what, from_day, until_day)
    SELECT c.person_id, 'CATEGORY', TG_ARGV[0], c.category, lower(c.held), upper(c.held)
    FROM changed c
    CROSS JOIN announced_persons() a
    JOIN person p ON p.id = c.person_id
    JOIN knowledge k ON k.id = p.known_from
    WHERE k.id <> a.current_id AND (k.about = a.current_about) IS NOT TRUE
    ORDER BY c.person_id, lower(c.held);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION announce_categories() IS 'Tells other services of categories known from now on, or no more.';

CREATE FUNCTION announce_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, what, from_day, until_day, other_id)
    SELECT c.person_id, 'LINK', TG_ARGV[0], c.kind, lower(c.held), upper(c.held), c.other_id
    FROM changed c
    CROSS JOIN announced_persons() a
    JOIN person p ON p.id = c.person_id
    JOIN knowledge k ON k.id = p.known_from
    WHERE k.id <> a.current_id AND (k.about = a.current_about) IS NOT TRUE
    ORDER BY c.person_id, lower(c.held);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION announce_links() IS 'Tells other services of links known from now on, or no more.';

CREATE FUNCTION announce_deaths() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, from_day)
    SELECT c.person_id, 'DEATH', TG_ARGV[0], c.day
    FROM changed c
    CROSS JOIN announced_persons() a
    JOIN person p ON p.id = c.person_id
    JOIN knowledge k ON k.id = p.known_from
    WHERE c.kind = 'DEATH' AND k.id <> a.current_id AND (k.about = a.current_about) IS NOT TRUE
    ORDER BY c.person_id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION announce_deaths() IS 'Tells other services of deaths known from now on, or no more.';

-- A disability is nobody's matter outside: what follows from it is announced as the category that it prolongs.
CREATE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (person_id, kind, change, what, from_day, other_id, event_id, corrects)
    VALUES (NEW.person_id, 'LIFE_EVENT', CASE NEW.effect WHEN 'STATED' THEN 'KNOWN' ELSE 'TAKEN_BACK' END, NEW.kind, NEW.day,
        NEW.other_id, NEW.id, NEW.corrects);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION announce_event() IS 'Tells other services of a life event.';

CREATE TRIGGER category_period_announced AFTER INSERT ON category_period REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION announce_categories('KNOWN');
CREATE TRIGGER category_period_taken_back AFTER UPDATE ON category_period REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION announce_categories('TAKEN_BACK');
CREATE TRIGGER person_link_announced AFTER INSERT ON person_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION announce_links('KNOWN');
CREATE TRIGGER person_link_taken_back AFTER UPDATE ON person_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION announce_links('TAKEN_BACK');
CREATE TRIGGER life_date_announced AFTER INSERT ON life_date REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION announce_deaths('KNOWN');
CREATE TRIGGER life_date_taken_back AFTER UPDATE ON life_date REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION announce_deaths('TAKEN_BACK');
CREATE TRIGGER life_event_announced AFTER INSERT ON life_event FOR EACH ROW WHEN (NEW.kind <> 'DISABILITY')
    EXECUTE FUNCTION announce_event();
