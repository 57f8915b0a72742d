-- Whatever a request or a file repeats, each cause moves an envelope once in each way.
CREATE UNIQUE INDEX envelope_entry_once ON envelope_entry (cause, kind) WHERE kind NOT IN ('ALLOT', 'CUT');
DROP INDEX envelope_entry_paid_once;

CREATE FUNCTION book_every_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted text := CASE NEW.state WHEN 'APPROVED' THEN 'RESERVE' WHEN 'ORDERED' THEN 'COMMIT' ELSE 'RELEASE' END;
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM envelope_entry e
        WHERE e.cause = NEW.decision AND e.kind = wanted AND e.kind NOT IN ('ALLOT', 'CUT') AND e.envelope = NEW.envelope AND e.amount = NEW.amount) THEN
        RAISE EXCEPTION 'aid request % is % and its envelope has no % for it', NEW.id, NEW.state, wanted USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION book_every_decision() IS 'What is approved is reserved, what is ordered committed, what is withdrawn released, in the same transaction.';

-- At the end of the transaction: an approval that the envelope does not hold is refused by name before.
CREATE CONSTRAINT TRIGGER aid_request_booked AFTER UPDATE OF state ON aid_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state IN ('APPROVED', 'ORDERED') OR OLD.state = 'APPROVED' AND NEW.state = 'WITHDRAWN')
    EXECUTE FUNCTION book_every_decision();
