CREATE FUNCTION open_what_the_programme_gives() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT coalesce((
        SELECT e.programme = NEW.programme AND e.year = NEW.year AND (v.amount_min IS NULL OR NEW.amount BETWEEN v.amount_min AND v.amount_max)
        FROM envelope e JOIN programme_version v ON v.programme = NEW.programme AND v.version = NEW.programme_version
        WHERE e.id = NEW.envelope), false) THEN
        RAISE EXCEPTION 'campaign % gives what its programme does not, or from an envelope that is not its own', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION open_what_the_programme_gives() IS 'A campaign gives an amount of its programme, from an envelope of it and of its year.';

CREATE TRIGGER campaign_within_programme AFTER INSERT ON campaign FOR EACH ROW EXECUTE FUNCTION open_what_the_programme_gives();

CREATE OR REPLACE FUNCTION keep_frozen_lists() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT wave, campaign, wave_number, verdict, category, amount FROM entered) AS e
        WHERE NOT coalesce((
            SELECT w.frozen_in = pg_current_xact_id() AND w.campaign = e.campaign AND w.number = e.wave_number
               AND (e.verdict = 'NEAR_MISS' OR e.amount = c.amount AND (
                    SELECT count(*) = 1 FROM campaign_rule r
                    WHERE r.programme = c.programme AND r.version = c.programme_version AND r.category = e.category))
            FROM campaign_wave w JOIN campaign c ON c.id = w.campaign WHERE w.id = e.wave), false)) THEN
        RAISE EXCEPTION 'the list of a wave is frozen, with the amount and the categories of its campaign' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION keep_frozen_lists() IS 'Lines enter a wave in the transaction that makes it, and in no other, for the amount of the campaign and in a category that it selects.';

CREATE FUNCTION freeze_lists_whole() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT (
        SELECT count(*) FILTER (WHERE verdict = 'TRANSFER') = NEW.transfers AND count(*) FILTER (WHERE verdict = 'VOUCHER') = NEW.vouchers
           AND count(*) FILTER (WHERE verdict = 'NEAR_MISS') = NEW.near_misses AND coalesce(sum(amount), 0) = NEW.total
        FROM campaign_line WHERE wave = NEW.id) THEN
        RAISE EXCEPTION 'wave % counts other lines than its list has', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION freeze_lists_whole() IS 'A wave counts and sums its own list.';

CREATE CONSTRAINT TRIGGER campaign_wave_whole AFTER INSERT ON campaign_wave DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION freeze_lists_whole();
