-- Two lists may be frozen before two records turn out to be one person: the first that is ordered pays, the other line is withheld.
ALTER TABLE campaign_line_progress
    ADD COLUMN paid_as uuid REFERENCES campaign_line,
    ADD CONSTRAINT campaign_line_progress_withheld CHECK (paid_as IS NULL OR state = 'WITHHELD');
COMMENT ON COLUMN campaign_line_progress.paid_as IS 'The line that pays, or paid, the same person under another id; the line is withheld for it. Null where it is withheld for a death.';
CREATE INDEX campaign_line_progress_paid_as ON campaign_line_progress (paid_as) WHERE paid_as IS NOT NULL;

CREATE FUNCTION lines_paid_already(of_wave uuid) RETURNS TABLE (line uuid, paid_as uuid) LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM person_alias a WHERE a.until IS NULL) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT k.line, min(o.line::text)::uuid
        FROM campaign_wave w
        CROSS JOIN same_persons() s
        JOIN campaign_pick k ON k.campaign = w.campaign AND k.person = s.one AND k.wave_number = w.number
        JOIN campaign_pick o ON o.campaign = w.campaign AND o.person = s.other
        LEFT JOIN campaign_line_progress p ON p.line = o.line
        WHERE w.id = of_wave
          AND CASE WHEN o.wave_number = w.number THEN o.line < k.line ELSE p.line IS NOT NULL AND p.state NOT IN ('WITHHELD', 'STOPPED', 'REFUSED', 'RETURNED') END
        GROUP BY k.line;
END
$$;
COMMENT ON FUNCTION lines_paid_already(uuid) IS 'The lines of a wave whose person is paid under another id in the campaign, by an earlier order or an earlier line.';
GRANT EXECUTE ON FUNCTION lines_paid_already(uuid) TO ${app};

CREATE FUNCTION pay_each_person_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7003000000000150);
    -- Two waves of a campaign are ordered one after the other: each sees what the other pays.
    PERFORM pg_advisory_xact_lock(hashtextextended(campaign::text, 0)) FROM (
        SELECT DISTINCT l.campaign FROM entered e JOIN campaign_line l ON l.id = e.source WHERE e.source_type = 'CAMPAIGN_LINE' ORDER BY 1) c;
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT l.wave FROM entered e JOIN campaign_line l ON l.id = e.source WHERE e.source_type = 'CAMPAIGN_LINE') w
        CROSS JOIN LATERAL lines_paid_already(w.wave) a
        JOIN entered e ON e.source = a.line) THEN
        RAISE EXCEPTION 'a person is paid once in a campaign, under whatever id' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION pay_each_person_once() IS 'Nothing is ordered for a line whose person is paid under another id.';
CREATE TRIGGER disbursement_of_each_person_once AFTER INSERT ON disbursement REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION pay_each_person_once();
CREATE TRIGGER voucher_of_each_person_once AFTER INSERT ON voucher REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION pay_each_person_once();

CREATE OR REPLACE FUNCTION follow_payments() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM followed p
        WHERE NOT coalesce(CASE
            WHEN p.state = 'WITHHELD' THEN (
                SELECT w.ordered_in = pg_current_xact_id() AND l.verdict IN ('TRANSFER', 'VOUCHER') AND CASE WHEN p.paid_as IS NULL THEN told_dead(l.person)
                    ELSE (p.line, p.paid_as) IN (
                        SELECT a.line, a.paid_as FROM (SELECT DISTINCT x.wave FROM followed f JOIN campaign_line x ON x.id = f.line WHERE f.paid_as IS NOT NULL) v
                        CROSS JOIN LATERAL lines_paid_already(v.wave) a) END
                FROM campaign_line l JOIN campaign_wave w ON w.id = l.wave WHERE l.id = p.line)
            WHEN p.voucher IS NOT NULL THEN (SELECT v.source = p.line FROM voucher v WHERE v.number = p.voucher)
            ELSE (
                SELECT d.source = p.line AND d.end_to_end_id = p.end_to_end_id
                   AND (d.state = p.state OR p.state = 'PAID' AND d.state = 'RETURNED')
                FROM disbursement d WHERE d.id = p.disbursement)
        END, false)) THEN
        RAISE EXCEPTION 'a line of a campaign follows its own payment or voucher, or is withheld from somebody who died or is paid by another line' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION follow_payments() IS 'What is said of a line is what became of its own payment, or its own voucher, or that nothing was ordered, for its person had died or is paid by another line.';
