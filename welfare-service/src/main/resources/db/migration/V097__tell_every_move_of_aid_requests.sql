ALTER TABLE aid_request_move ADD COLUMN written_in xid8 NOT NULL DEFAULT pg_current_xact_id();
COMMENT ON COLUMN aid_request_move.written_in IS 'The transaction that wrote it, which is the one that moved the request.';

REVOKE INSERT ON aid_request_move FROM ${app};
GRANT INSERT (id, request, from_state, to_state, actor, actor_office, occurred_at, reasons) ON aid_request_move TO ${app};

CREATE FUNCTION tell_every_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named text := CASE OLD.state || '>' || NEW.state
        WHEN 'SUBMITTED>UNDER_REVIEW' THEN NEW.instructed_by
        WHEN 'UNDER_REVIEW>PROPOSED' THEN NEW.proposed_by
        WHEN 'PROPOSED>APPROVED' THEN NEW.approved_by
        WHEN 'APPROVED>ORDERED' THEN NEW.ordered_by
    END;
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM aid_request_move m
        WHERE m.request = NEW.id AND m.from_state = OLD.state AND m.to_state = NEW.state
          AND m.written_in = pg_current_xact_id() AND m.occurred_at = NEW.changed_at AND (named IS NULL OR m.actor = named)) THEN
        RAISE EXCEPTION 'the history of aid request % does not tell that it moves from % to %', NEW.id, OLD.state, NEW.state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tell_every_move() IS 'A request moves in the statement that tells of it, under the name that the move writes.';

CREATE TRIGGER aid_request_told AFTER UPDATE OF state ON aid_request FOR EACH ROW EXECUTE FUNCTION tell_every_move();
