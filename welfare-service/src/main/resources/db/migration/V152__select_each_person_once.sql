-- The last word also for who is known under two ids: nobody is selected twice in a campaign, whatever became of the first time.
CREATE FUNCTION select_each_person_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7003000000000150);
    IF NOT EXISTS (SELECT FROM person_alias WHERE until IS NULL) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
        SELECT FROM same_persons() s
        JOIN entered e ON e.person = s.one AND e.verdict IN ('TRANSFER', 'VOUCHER')
        JOIN campaign_pick p ON p.campaign = e.campaign AND p.person = s.other) THEN
        RAISE EXCEPTION 'a person is selected once in a campaign, under whatever id' USING ERRCODE = 'unique_violation', CONSTRAINT = 'campaign_pick_pkey';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION select_each_person_once() IS 'Whoever is merged is selected once, under whichever id.';

CREATE TRIGGER campaign_line_same_person_once AFTER INSERT ON campaign_line REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION select_each_person_once();
