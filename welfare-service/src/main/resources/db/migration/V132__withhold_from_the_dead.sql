-- The last word of the registry on a death counts, in whatever order its words came.
CREATE FUNCTION told_dead(asked uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT change = 'KNOWN' FROM registry_notice WHERE person = asked AND kind = 'DEATH' ORDER BY sequence DESC LIMIT 1), false)
$$;
COMMENT ON FUNCTION told_dead(uuid) IS 'Whether the registry''s last word on a person is that they died.';
COMMENT ON TABLE registry_notice IS 'What changed in the registry since this service began to listen: a note beside a request, and a bar to ordering payments and vouchers for the dead.';

CREATE INDEX registry_notice_deaths ON registry_notice (person, sequence DESC) WHERE kind = 'DEATH';

ALTER TABLE campaign_wave
    ADD COLUMN withheld integer NOT NULL DEFAULT 0 CHECK (withheld >= 0),
    ADD COLUMN withheld_total numeric(12,2) NOT NULL DEFAULT 0 CHECK (withheld_total BETWEEN 0 AND total),
    ADD CONSTRAINT campaign_wave_withholds_as_ordered CHECK (state = 'ORDERED' OR withheld = 0 AND withheld_total = 0);
COMMENT ON COLUMN campaign_wave.withheld IS 'Selected lines that were neither paid nor given a voucher when the wave was ordered, for the person had died.';
COMMENT ON COLUMN campaign_wave.withheld_total IS 'Their sum in dirhams, which was released.';

GRANT UPDATE (withheld, withheld_total) ON campaign_wave TO ${app};

CREATE FUNCTION withhold_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was withheld from wave % is said when it is ordered, once', OLD.id USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION withhold_once() IS 'What a wave withholds is written by the order of it, and never again.';

CREATE TRIGGER campaign_wave_withholds_once BEFORE UPDATE ON campaign_wave FOR EACH ROW
    WHEN ((NEW.withheld, NEW.withheld_total) IS DISTINCT FROM (OLD.withheld, OLD.withheld_total) AND NOT (OLD.state = 'APPROVED' AND NEW.state = 'ORDERED'))
    EXECUTE FUNCTION withhold_once();

ALTER TABLE campaign_line_progress
    DROP CONSTRAINT campaign_line_progress_state_check,
    ADD CONSTRAINT campaign_line_progress_state_check CHECK (state IN ('ORDERED', 'SENT', 'PAID', 'REFUSED', 'RETURNED', 'VOUCHER_ISSUED', 'WITHHELD')),
    DROP CONSTRAINT campaign_line_progress_one_way,
    ADD CONSTRAINT campaign_line_progress_one_way CHECK (num_nulls(disbursement, voucher) = CASE state WHEN 'WITHHELD' THEN 2 ELSE 1 END);

CREATE FUNCTION pay_the_living() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (SELECT FROM ordered o WHERE told_dead(o.payee)) THEN
        RAISE EXCEPTION 'no payment is ordered for somebody whose death the registry told' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION pay_the_living() IS 'A payment is ordered for nobody of whom the registry told that they died.';

CREATE TRIGGER disbursement_for_the_living AFTER INSERT ON disbursement REFERENCING NEW TABLE AS ordered FOR EACH STATEMENT
    EXECUTE FUNCTION pay_the_living();

CREATE FUNCTION give_to_the_living() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (SELECT FROM issued i WHERE told_dead(i.holder)) THEN
        RAISE EXCEPTION 'no voucher is issued to somebody whose death the registry told' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION give_to_the_living() IS 'A voucher is issued to nobody of whom the registry told that they died.';

CREATE TRIGGER voucher_for_the_living AFTER INSERT ON voucher REFERENCING NEW TABLE AS issued FOR EACH STATEMENT
    EXECUTE FUNCTION give_to_the_living();

CREATE OR REPLACE FUNCTION book_every_wave() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY CASE
        WHEN NEW.state = 'APPROVED' THEN ARRAY['RESERVE']
        WHEN NEW.withheld_total = 0 THEN ARRAY['COMMIT']
        WHEN NEW.withheld_total = NEW.total THEN ARRAY['RELEASE']
        ELSE ARRAY['COMMIT', 'RELEASE']
    END LOOP
        IF NOT EXISTS (SELECT FROM envelope_entry e WHERE e.cause = NEW.id AND e.kind = wanted AND e.kind NOT IN ('ALLOT', 'CUT')) THEN
            RAISE EXCEPTION 'wave % is % and its envelope has no % for it', NEW.id, NEW.state, wanted USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    IF NEW.state = 'ORDERED' AND NOT (
        SELECT count(*) FILTER (WHERE l.verdict = 'TRANSFER' AND p.state IS DISTINCT FROM 'WITHHELD')
                   = coalesce((SELECT b.lines FROM payment_batch b WHERE b.id = NEW.batch), 0)
           AND count(*) FILTER (WHERE p.state = 'WITHHELD') = NEW.withheld
           AND coalesce(sum(l.amount) FILTER (WHERE p.state = 'WITHHELD'), 0) = NEW.withheld_total
           AND coalesce(bool_and(p.line IS NOT NULL AND (p.disbursement IS NULL
                   OR coalesce((SELECT d.batch = NEW.batch FROM disbursement d WHERE d.id = p.disbursement), false))), true)
        FROM campaign_line l LEFT JOIN campaign_line_progress p ON p.line = l.id
        WHERE l.wave = NEW.id AND l.verdict IN ('TRANSFER', 'VOUCHER')) THEN
        RAISE EXCEPTION 'wave % is ordered with a payment in its batch, or a voucher, for each line that it does not withhold', NEW.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION book_every_wave() IS 'What is approved is reserved; what is ordered is committed, and every line has its payment or voucher; what is withheld is released.';

ALTER TABLE envelope_entry DROP CONSTRAINT envelope_entry_kind_of_cause;
ALTER TABLE envelope_entry ADD CONSTRAINT envelope_entry_kind_of_cause CHECK (
    CASE cause_type
        WHEN 'envelope' THEN kind IN ('ALLOT', 'CUT') AND cause = envelope
        WHEN 'decision' THEN kind IN ('RESERVE', 'COMMIT', 'RELEASE')
        WHEN 'campaign-wave' THEN kind IN ('RESERVE', 'COMMIT', 'RELEASE')
        WHEN 'disbursement' THEN kind IN ('PAY', 'UNCOMMIT', 'GIVE_BACK')
        ELSE false
    END);
