ALTER TABLE decision
    ADD COLUMN instructed_by text,
    ADD CONSTRAINT decision_instructor_does_not_decide CHECK (decided_by <> instructed_by);
COMMENT ON COLUMN decision.instructed_by IS 'Subject of who took the request into review, as it stood; null for decisions from before it was kept.';

CREATE FUNCTION decide_what_was_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM aid_request r
        WHERE r.id = NEW.request AND r.decision = NEW.id AND r.state = NEW.outcome AND r.amount = NEW.amount
          AND r.proposed_by = NEW.proposed_by AND r.instructed_by IS NOT DISTINCT FROM NEW.instructed_by
          AND r.programme = NEW.programme AND r.programme_version = NEW.programme_version AND r.envelope IS NOT DISTINCT FROM NEW.envelope
          AND NEW.decided_by <> ALL (r.proposers)
          AND (NEW.outcome = 'REJECTED' OR r.approved_by = NEW.decided_by)) THEN
        RAISE EXCEPTION 'decision % is none on what was proposed, by somebody who never did', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION decide_what_was_proposed() IS 'A decision enters in the statement that decides its request, and says what stands there.';

CREATE TRIGGER decision_on_what_was_proposed AFTER INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decide_what_was_proposed();

ALTER TABLE aid_request ADD CONSTRAINT aid_request_disbursement_exists FOREIGN KEY (disbursement) REFERENCES disbursement;
