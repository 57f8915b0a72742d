ALTER TABLE account ADD COLUMN request_id uuid UNIQUE REFERENCES change_request;

COMMENT ON TABLE account IS 'The bank accounts of a person: those before, the one in use and the one that is approved and still rests; none is ever removed.';
COMMENT ON COLUMN account.used_from IS 'From when it may be paid to; for one that a hand asked for, the first instant of the day after its rest.';
COMMENT ON COLUMN account.used_until IS 'When another takes its place, which may lie ahead; null for the last one approved.';
COMMENT ON COLUMN account.request_id IS 'The approved request that it was entered by; null for the first account that a source announced, and for those before requests were kept.';

CREATE INDEX account_by_person ON account (person_id);

-- The application may enter an account only as the one that another person approved; a source announces a first one, and a record that is
-- joined with its double, or parted from it, takes along accounts that are known.
CREATE FUNCTION enter_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    under_way bigint;
BEGIN
    IF NEW.request_id IS NULL THEN
        under_way := knowledge_now();
        IF (NEW.source = 'ENTRY' OR EXISTS (SELECT FROM account WHERE person_id = NEW.person_id))
            AND NOT (EXISTS (SELECT FROM knowledge WHERE id = under_way AND cause IN ('MERGE', 'UNMERGE'))
                AND EXISTS (SELECT FROM account WHERE iban_index = NEW.iban_index)) THEN
            RAISE EXCEPTION 'another account wants an approved request' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF NOT EXISTS (SELECT FROM change_request r
            WHERE r.id = NEW.request_id AND r.person_id = NEW.person_id AND r.kind = 'ACCOUNT' AND r.state = 'APPROVED'
              AND r.account_index = NEW.iban_index AND r.source = NEW.source AND r.decided_in = pg_current_xact_id()
              AND NEW.used_from >= r.payable_on::timestamp AT TIME ZONE 'Africa/Casablanca') THEN
        RAISE EXCEPTION 'the account is not the one that was approved, or it does not rest first' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT FROM account WHERE person_id = NEW.person_id AND coalesce(used_until, 'infinity') > NEW.used_from) THEN
        RAISE EXCEPTION 'a person is paid to one account at each instant' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION enter_account() IS 'An account is entered as it was approved, after its rest, in place of the one before.';

CREATE TRIGGER account_entered BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION enter_account();

CREATE FUNCTION end_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an account is ended once' USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION end_account() IS 'A former account does not come back without a request.';

CREATE TRIGGER account_ended BEFORE UPDATE ON account FOR EACH ROW
    WHEN (OLD.used_until IS NOT NULL AND OLD.used_until IS DISTINCT FROM NEW.used_until) EXECUTE FUNCTION end_account();

-- An approval without its account would leave the person as before and the proposer in the belief of the contrary.
CREATE FUNCTION demand_approved_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM account WHERE request_id = NEW.id) THEN
        RAISE EXCEPTION 'an approved account is entered with its approval' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION demand_approved_account() IS 'Approval and account stand together or not at all.';

CREATE CONSTRAINT TRIGGER change_request_entered AFTER UPDATE ON change_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.kind = 'ACCOUNT' AND NEW.state = 'APPROVED') EXECUTE FUNCTION demand_approved_account();

CREATE FUNCTION account_waits(of_person uuid) RETURNS TABLE (why text, payable_on date) LANGUAGE sql STABLE AS $$
    SELECT 'account-cooling-off', (a.used_from AT TIME ZONE 'Africa/Casablanca')::date
    FROM account a WHERE a.person_id = of_person AND a.used_until IS NULL AND a.used_from > now()
    UNION ALL
    SELECT 'account-awaits-approval', NULL
    WHERE NOT EXISTS (SELECT FROM account a WHERE a.person_id = of_person AND a.used_until IS NULL)
      AND EXISTS (SELECT FROM change_request r WHERE r.person_id = of_person AND r.kind = 'ACCOUNT' AND r.state = 'PROPOSED')
$$;
COMMENT ON FUNCTION account_waits(uuid) IS 'Why a person without an account in use has none yet, and from which day there is one.';
