-- The unique index sees one id; whoever is known under two has one open request all the same.
CREATE FUNCTION open_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    ids uuid[];
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7003000000000150);
    ids := ids_of_person(NEW.person);
    IF cardinality(ids) > 1 OR EXISTS (SELECT FROM aid_request_attribution WHERE person = NEW.person) THEN
        -- Two ids of one person wait for each other here.
        PERFORM pg_advisory_xact_lock(hashtextextended(ids[1]::text || NEW.programme, 150));
        IF EXISTS (
            SELECT FROM aid_request WHERE id = ANY (requests_of(NEW.person)) AND programme = NEW.programme AND one_open_request
                AND state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'ORDERED')) THEN
            RETURN NULL;
        END IF;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION open_once() IS 'A second open request of a person under another id is not entered, as under the same one.';

CREATE TRIGGER aid_request_open_once BEFORE INSERT ON aid_request FOR EACH ROW WHEN (NEW.one_open_request) EXECUTE FUNCTION open_once();
