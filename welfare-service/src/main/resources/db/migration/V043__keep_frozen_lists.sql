CREATE FUNCTION keep_frozen_lists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM entered JOIN campaign_wave ON campaign_wave.id = entered.wave WHERE campaign_wave.frozen_in <> pg_current_xact_id()) THEN
        RAISE EXCEPTION 'the list of a wave is frozen' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION keep_frozen_lists() IS 'Lines enter a wave in the transaction that makes it, and in no other.';

CREATE TRIGGER campaign_line_frozen AFTER INSERT ON campaign_line REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION keep_frozen_lists();
