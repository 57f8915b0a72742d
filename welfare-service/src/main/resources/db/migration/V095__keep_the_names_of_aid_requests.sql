ALTER TABLE aid_request ADD COLUMN proposers text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN aid_request.proposers IS 'Subjects of everybody who ever proposed, kept by a trigger: none of them decides, whatever became of their proposal.';

UPDATE aid_request SET proposers = (
    SELECT coalesce(array_agg(actor ORDER BY id), '{}') FROM aid_request_move WHERE request = aid_request.id AND to_state = 'PROPOSED');

ALTER TABLE aid_request
    ADD CONSTRAINT aid_request_no_proposer_decides CHECK (approved_by <> ALL (proposers));

CREATE OR REPLACE FUNCTION keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    move text := OLD.state || '>' || NEW.state;
BEGIN
    IF OLD.decision IS NOT NULL
       AND (NEW.decision, NEW.programme, NEW.programme_version, NEW.office, NEW.person, NEW.amount, NEW.proposed_by, NEW.approved_by, NEW.envelope)
           IS DISTINCT FROM
           (OLD.decision, OLD.programme, OLD.programme_version, OLD.office, OLD.person, OLD.amount, OLD.proposed_by, OLD.approved_by, OLD.envelope) THEN
        RAISE EXCEPTION 'aid request % is decided', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.proposers IS DISTINCT FROM OLD.proposers THEN
        RAISE EXCEPTION 'who ever proposed aid request % stands', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.instructed_by IS DISTINCT FROM OLD.instructed_by AND (OLD.instructed_by IS NOT NULL OR move <> 'SUBMITTED>UNDER_REVIEW') THEN
        RAISE EXCEPTION 'who instructed aid request % stands', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.amount, NEW.proposed_by, NEW.proposal_reasons) IS DISTINCT FROM (OLD.amount, OLD.proposed_by, OLD.proposal_reasons) THEN
        IF move = 'UNDER_REVIEW>PROPOSED' AND OLD.proposed_by IS NULL THEN
            NEW.proposers := OLD.proposers || NEW.proposed_by;
        ELSIF move <> 'PROPOSED>UNDER_REVIEW' OR num_nonnulls(NEW.amount, NEW.proposed_by, NEW.proposal_reasons) > 0 THEN
            RAISE EXCEPTION 'what was proposed on aid request %, and who did, stands', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
    END IF;
    IF (NEW.approved_by, NEW.decision, NEW.envelope) IS DISTINCT FROM (OLD.approved_by, OLD.decision, OLD.envelope)
       AND move NOT IN ('PROPOSED>APPROVED', 'PROPOSED>REJECTED') THEN
        RAISE EXCEPTION 'aid request % is decided by its decision only', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.ordered_by, NEW.disbursement) IS DISTINCT FROM (OLD.ordered_by, OLD.disbursement)
       AND (move <> 'APPROVED>ORDERED' OR num_nonnulls(OLD.ordered_by, OLD.disbursement) > 0) THEN
        RAISE EXCEPTION 'what was ordered for aid request %, and who did, stands', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.situation, NEW.number, NEW.year) IS DISTINCT FROM (OLD.situation, OLD.number, OLD.year) AND OLD.state <> 'DRAFT' THEN
        RAISE EXCEPTION 'what was said for aid request %, and its receipt, stands', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.complement_asked_on IS DISTINCT FROM OLD.complement_asked_on AND (OLD.complement_asked_on IS NOT NULL OR move <> 'UNDER_REVIEW>COMPLEMENT_REQUESTED') THEN
        RAISE EXCEPTION 'when the family of aid request % was asked for complements, once, stands', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_decided() IS 'Each name and what it stands for is written by its own move; of what is decided nothing changes, and a correction is a new decision.';
