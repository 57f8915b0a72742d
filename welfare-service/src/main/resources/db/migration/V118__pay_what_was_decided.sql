CREATE FUNCTION pay_what_was_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM aid_request r
        WHERE r.decision = NEW.source AND r.disbursement = NEW.id AND r.person = NEW.payee AND r.amount = NEW.amount AND r.envelope = NEW.envelope
          AND r.approved_by = NEW.approved_by AND r.ordered_by = NEW.ordered_by AND NEW.tranche = 1) THEN
        RAISE EXCEPTION 'payment % is not the one that was ordered for a decision', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION pay_what_was_decided() IS 'A payment of a decision goes to the person of its request, for what was granted, and is the one that the request names.';

-- At the end of the transaction: the request names its payment after the payment has entered.
CREATE CONSTRAINT TRIGGER disbursement_of_decision AFTER INSERT ON disbursement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.source_type = 'DECISION') EXECUTE FUNCTION pay_what_was_decided();

CREATE FUNCTION follow_the_payment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM disbursement d
        WHERE d.id = NEW.disbursement AND d.source_type = 'DECISION' AND d.source = NEW.decision
          AND CASE NEW.state
                  WHEN 'ORDERED' THEN d.state = 'ORDERED'
                  WHEN 'PAID' THEN d.state IN ('PAID', 'RETURNED')
                  ELSE d.state IN ('REFUSED', 'RETURNED')
              END) THEN
        RAISE EXCEPTION 'aid request % does not become % before its own payment does', NEW.id, NEW.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION follow_the_payment() IS 'A request is ordered with the payment of its own decision, and becomes what that became.';

CREATE TRIGGER aid_request_follows AFTER UPDATE OF state ON aid_request FOR EACH ROW WHEN (NEW.state IN ('ORDERED', 'PAID', 'RETURNED'))
    EXECUTE FUNCTION follow_the_payment();
