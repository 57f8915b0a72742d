-- Whoever may make temporary tables could lay one of the same name before a trigger that looks into the books.
DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, ${app}', current_database());
END
$$;

ALTER FUNCTION keep_the_approver_from_paying() SET search_path = public, pg_temp;

-- Every approval calls these two: naming the schema costs nothing, setting the path each time a little.
CREATE OR REPLACE FUNCTION tell_every_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named text := CASE OLD.state || '>' || NEW.state
        WHEN 'SUBMITTED>UNDER_REVIEW' THEN NEW.instructed_by
        WHEN 'UNDER_REVIEW>PROPOSED' THEN NEW.proposed_by
        WHEN 'PROPOSED>APPROVED' THEN NEW.approved_by
        WHEN 'APPROVED>ORDERED' THEN NEW.ordered_by
    END;
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM public.aid_request_move m
        WHERE m.request = NEW.id AND m.from_state = OLD.state AND m.to_state = NEW.state
          AND m.written_in = pg_current_xact_id() AND m.occurred_at = NEW.changed_at AND (named IS NULL OR m.actor = named)) THEN
        RAISE EXCEPTION 'the history of aid request % does not tell that it moves from % to %', NEW.id, OLD.state, NEW.state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION book_every_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted text := CASE NEW.state WHEN 'APPROVED' THEN 'RESERVE' WHEN 'ORDERED' THEN 'COMMIT' ELSE 'RELEASE' END;
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM public.envelope_entry e
        WHERE e.cause = NEW.decision AND e.kind = wanted AND e.kind NOT IN ('ALLOT', 'CUT') AND e.envelope = NEW.envelope AND e.amount = NEW.amount) THEN
        RAISE EXCEPTION 'aid request % is % and its envelope has no % for it', NEW.id, NEW.state, wanted USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
