CREATE FUNCTION keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.decision IS NOT NULL
       AND (NEW.decision, NEW.programme, NEW.programme_version, NEW.office, NEW.person, NEW.amount, NEW.proposed_by, NEW.approved_by, NEW.envelope)
           IS DISTINCT FROM
           (OLD.decision, OLD.programme, OLD.programme_version, OLD.office, OLD.person, OLD.amount, OLD.proposed_by, OLD.approved_by, OLD.envelope) THEN
        RAISE EXCEPTION 'aid request % is decided', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.proposed_by IS NOT NULL AND NEW.proposed_by IS DISTINCT FROM OLD.proposed_by AND NEW.state NOT IN ('UNDER_REVIEW', 'WITHDRAWN') THEN
        RAISE EXCEPTION 'who proposed aid request % stands', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_decided() IS 'A finished decision never changes, and the name of who proposed cannot be swapped to approve it oneself.';

CREATE TRIGGER aid_request_keeps_decided BEFORE UPDATE ON aid_request FOR EACH ROW EXECUTE FUNCTION keep_decided();
