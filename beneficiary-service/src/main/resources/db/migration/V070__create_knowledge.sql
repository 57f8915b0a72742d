CREATE TABLE knowledge (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    known_at timestamptz UNIQUE,
    actor    text        NOT NULL,
    office   text,
    cause    text        NOT NULL CHECK (cause IN ('BEGINNING', 'ENTRY', 'IMPORT', 'EVENT', 'RULE', 'UNSTATED')),
    about    uuid,
    reason   text        CHECK (length(reason) BETWEEN 1 AND 1000)
);

COMMENT ON TABLE knowledge IS 'What came to be known in one transaction: when, from whom and why. Rows that decide entitlement say in which knowledge they begin and end.';
COMMENT ON COLUMN knowledge.id IS 'Given when the transaction first writes; its order is not the order of knowing.';
COMMENT ON COLUMN knowledge.known_at IS 'The moment of the commit, one after the other: whoever asks for a moment gets the same answer for ever. Null only inside the transaction.';
COMMENT ON COLUMN knowledge.actor IS 'Subject of the access token, or system.';
COMMENT ON COLUMN knowledge.office IS 'Office of the actor; null at headquarters.';
COMMENT ON COLUMN knowledge.cause IS 'ENTRY by hand, IMPORT of a file, EVENT of a life, RULE that time itself fulfils, BEGINNING for what stood before knowledge was kept.';
COMMENT ON COLUMN knowledge.about IS 'The import or the event.';
COMMENT ON COLUMN knowledge.reason IS 'Why, in the words of who entered it.';

-- What stood before: the registry answers for no moment earlier than this one.
INSERT INTO knowledge (id, known_at, actor, cause) OVERRIDING SYSTEM VALUE VALUES (0, clock_timestamp(), 'system', 'BEGINNING');

CREATE FUNCTION knowledge_begin(who text, of_office text, because text, of_what uuid, why text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    begun text := current_setting('riaya.knowledge', true);
    made  bigint;
BEGIN
    IF begun <> '' THEN
        RETURN begun::bigint;
    END IF;
    INSERT INTO knowledge (actor, office, cause, about, reason) VALUES (who, of_office, because, of_what, why) RETURNING id INTO made;
    PERFORM set_config('riaya.knowledge', made::text, true);
    RETURN made;
END
$$;
COMMENT ON FUNCTION knowledge_begin(text, text, text, uuid, text) IS 'Says once in a transaction from whom and why something comes to be known; who says it first is heard.';

CREATE FUNCTION knowledge_now() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    begun text := current_setting('riaya.knowledge', true);
BEGIN
    IF begun <> '' THEN
        RETURN begun::bigint;
    END IF;
    RETURN public.knowledge_begin('system', NULL, 'UNSTATED', NULL, NULL);
END
$$;
COMMENT ON FUNCTION knowledge_now() IS 'The knowledge of this transaction.';

-- Commits are stamped one after the other, each when all that it wrote is there; nothing is locked after this lock.
CREATE FUNCTION knowledge_stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7003000000000001);
    UPDATE knowledge SET known_at = greatest(clock_timestamp(), (SELECT max(known_at) FROM knowledge)) + interval '1 microsecond'
    WHERE id = NEW.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION knowledge_stamp() IS 'Gives a knowledge its moment when it commits, later than every moment before.';

CREATE CONSTRAINT TRIGGER knowledge_stamped AFTER INSERT ON knowledge
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION knowledge_stamp();

CREATE FUNCTION knowledge_moment() RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    moment timestamptz;
BEGIN
    PERFORM pg_advisory_lock_shared(7003000000000001);
    moment := greatest(clock_timestamp(), (SELECT max(known_at) FROM knowledge));
    PERFORM pg_advisory_unlock_shared(7003000000000001);
    RETURN moment;
END
$$;
COMMENT ON FUNCTION knowledge_moment() IS 'Now, once everything stamped before it can be seen by the next statement.';

CREATE FUNCTION keep_knowledge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.known_until IS NULL THEN
        OLD.known_until := knowledge_now();
        NEW.known_until := OLD.known_until;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a row of % is closed once and never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION keep_knowledge() IS 'A row known so far may be closed by this transaction; nothing else of it ever changes.';

CREATE FUNCTION keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what % knew is never removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION keep_past() IS 'Keeps what was known, whoever asks.';

GRANT SELECT ON knowledge TO ${app};
