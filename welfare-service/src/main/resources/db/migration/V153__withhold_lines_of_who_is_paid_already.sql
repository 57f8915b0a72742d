-- Two lists may be frozen before two records turn out to be one person: the first that is ordered pays, the other line is withheld.
ALTER TABLE campaign_line_progress
    ADD COLUMN paid_as uuid REFERENCES campaign_line,
    DROP CONSTRAINT campaign_line_progress_state_check,
    DROP CONSTRAINT campaign_line_progress_one_way;
ALTER TABLE campaign_line_progress
    ADD CONSTRAINT campaign_line_progress_state_check
        CHECK (state IN ('ORDERED', 'SENT', 'PAID', 'REFUSED', 'RETURNED', 'VOUCHER_ISSUED', 'WITHHELD')),
    ADD CONSTRAINT campaign_line_progress_one_way CHECK (num_nulls(disbursement, voucher) = CASE state WHEN 'WITHHELD' THEN 2 ELSE 1 END),
    ADD CONSTRAINT campaign_line_progress_withheld CHECK ((state = 'WITHHELD') = (paid_as IS NOT NULL));
COMMENT ON COLUMN campaign_line_progress.paid_as IS 'The line that pays, or paid, the same person under another id; the line is withheld for it.';

CREATE FUNCTION lines_paid_already(of_wave uuid) RETURNS TABLE (line uuid, paid_as uuid) LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM person_alias a WHERE a.until IS NULL) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT l.id, min(o.id::text)::uuid
        FROM same_persons() s
        JOIN campaign_line l ON l.wave = of_wave AND l.person = s.one AND l.verdict IN ('TRANSFER', 'VOUCHER')
        JOIN campaign_line o ON o.campaign = l.campaign AND o.person = s.other AND o.verdict IN ('TRANSFER', 'VOUCHER')
        LEFT JOIN campaign_line_progress p ON p.line = o.id
        WHERE CASE WHEN o.wave = l.wave THEN o.id < l.id ELSE p.line IS NOT NULL AND p.state <> 'WITHHELD' END
        GROUP BY l.id;
END
$$;
COMMENT ON FUNCTION lines_paid_already(uuid) IS 'The lines of a wave whose person is paid under another id in the campaign, by an earlier order or an earlier line.';
GRANT EXECUTE ON FUNCTION lines_paid_already(uuid) TO ${app};

CREATE FUNCTION pay_each_person_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7003000000000150);
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
                SELECT true FROM campaign_line l CROSS JOIN LATERAL lines_paid_already(l.wave) a
                WHERE l.id = p.line AND a.line = p.line AND a.paid_as = p.paid_as)
            WHEN p.voucher IS NOT NULL THEN (SELECT v.source = p.line FROM voucher v WHERE v.number = p.voucher)
            ELSE (
                SELECT d.source = p.line AND d.end_to_end_id = p.end_to_end_id
                   AND (d.state = p.state OR p.state = 'PAID' AND d.state = 'RETURNED')
                FROM disbursement d WHERE d.id = p.disbursement)
        END, false)) THEN
        RAISE EXCEPTION 'a line of a campaign follows its own payment or voucher' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION follow_payments() IS 'What is said of a line is what became of its own payment, or its own voucher, or that its person is paid by another line.';

CREATE OR REPLACE FUNCTION book_every_wave() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    wanted text := CASE NEW.state WHEN 'APPROVED' THEN 'RESERVE' ELSE 'COMMIT' END;
    withheld integer := 0;
BEGIN
    IF NEW.state = 'ORDERED' THEN
        SELECT count(*) INTO withheld FROM campaign_line l JOIN campaign_line_progress p ON p.line = l.id
        WHERE l.wave = NEW.id AND p.state = 'WITHHELD';
    END IF;
    IF NOT EXISTS (SELECT FROM envelope_entry e WHERE e.cause = NEW.id AND e.kind = wanted AND e.kind NOT IN ('ALLOT', 'CUT'))
       AND withheld < NEW.transfers + NEW.vouchers
       OR withheld > 0 AND NOT EXISTS (SELECT FROM envelope_entry e WHERE e.cause = NEW.id AND e.kind = 'RELEASE') THEN
        RAISE EXCEPTION 'wave % is % and its envelope has no % for it', NEW.id, NEW.state, wanted USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state = 'ORDERED' AND (
        NEW.transfers <> coalesce((SELECT b.lines FROM payment_batch b WHERE b.id = NEW.batch), 0) + (
            SELECT count(*) FROM campaign_line l JOIN campaign_line_progress p ON p.line = l.id
            WHERE l.wave = NEW.id AND l.verdict = 'TRANSFER' AND p.state = 'WITHHELD')
        OR EXISTS (
            SELECT FROM campaign_line l
            WHERE l.wave = NEW.id AND l.verdict IN ('TRANSFER', 'VOUCHER') AND NOT coalesce((
                SELECT p.voucher IS NOT NULL OR p.state = 'WITHHELD' OR (SELECT d.batch = NEW.batch FROM disbursement d WHERE d.id = p.disbursement)
                FROM campaign_line_progress p WHERE p.line = l.id), false))) THEN
        RAISE EXCEPTION 'wave % is ordered with a payment in its batch, or a voucher, for each line', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION book_every_wave() IS 'What is approved is reserved; what is ordered is committed, what is withheld released, and every other line has its payment or voucher.';

ALTER TABLE envelope_entry DROP CONSTRAINT envelope_entry_kind_of_cause,
    ADD CONSTRAINT envelope_entry_kind_of_cause CHECK (
        CASE cause_type
            WHEN 'envelope' THEN kind IN ('ALLOT', 'CUT') AND cause = envelope
            WHEN 'decision' THEN kind IN ('RESERVE', 'COMMIT', 'RELEASE')
            WHEN 'campaign-wave' THEN kind IN ('RESERVE', 'COMMIT', 'RELEASE')
            WHEN 'disbursement' THEN kind IN ('PAY', 'UNCOMMIT', 'GIVE_BACK')
            ELSE false
        END);

CREATE FUNCTION withheld_of(of_wave uuid) RETURNS numeric LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(sum(l.amount), 0) FROM campaign_line l JOIN campaign_line_progress p ON p.line = l.id
    WHERE l.wave = of_wave AND p.state = 'WITHHELD'
$$;
COMMENT ON FUNCTION withheld_of(uuid) IS 'The sum of the lines of a wave that are withheld.';

CREATE OR REPLACE FUNCTION book_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM entered e
        WHERE NOT coalesce(CASE e.cause_type
            WHEN 'envelope' THEN true
            WHEN 'decision' THEN (
                SELECT r.envelope = e.envelope AND r.amount = e.amount
                   AND r.state = CASE e.kind WHEN 'RESERVE' THEN 'APPROVED' WHEN 'COMMIT' THEN 'ORDERED' ELSE 'WITHDRAWN' END
                FROM aid_request r WHERE r.decision = e.cause)
            WHEN 'campaign-wave' THEN (
                SELECT c.envelope = e.envelope AND CASE e.kind
                       WHEN 'RESERVE' THEN w.total = e.amount AND w.state = 'APPROVED'
                       WHEN 'COMMIT' THEN w.total - withheld_of(w.id) = e.amount AND w.state = 'ORDERED'
                       ELSE withheld_of(w.id) = e.amount AND w.state = 'ORDERED' END
                FROM campaign_wave w JOIN campaign c ON c.id = w.campaign WHERE w.id = e.cause)
            -- What comes back in the file that would have paid it is paid and returned.
            WHEN 'disbursement' THEN (
                SELECT d.envelope = e.envelope AND d.amount = e.amount
                   AND CASE e.kind WHEN 'PAY' THEN d.state IN ('PAID', 'RETURNED') WHEN 'UNCOMMIT' THEN d.state = 'REFUSED' ELSE d.state = 'RETURNED' END
                FROM disbursement d WHERE d.id = e.cause)
        END, false)) THEN
        RAISE EXCEPTION 'an envelope moves by what was done and for its amount only' USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE envelope e
    SET allotted = e.allotted + moved.allotted, reserved = e.reserved + moved.reserved, committed = e.committed + moved.committed,
        paid = e.paid + moved.paid, version = e.version + 1
    FROM (
        SELECT envelope,
               sum(CASE kind WHEN 'ALLOT' THEN amount WHEN 'CUT' THEN -amount ELSE 0 END) AS allotted,
               sum(CASE kind WHEN 'RESERVE' THEN amount WHEN 'RELEASE' THEN -amount WHEN 'COMMIT' THEN -amount ELSE 0 END) AS reserved,
               sum(CASE kind WHEN 'COMMIT' THEN amount WHEN 'UNCOMMIT' THEN -amount WHEN 'PAY' THEN -amount ELSE 0 END) AS committed,
               sum(CASE kind WHEN 'PAY' THEN amount WHEN 'GIVE_BACK' THEN -amount ELSE 0 END) AS paid
        FROM entered GROUP BY envelope
    ) AS moved
    WHERE e.id = moved.envelope;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION book_entries() IS 'Adds what a statement enters to its envelopes, under the rights of the tables'' owner: nobody else changes a balance. Each entry follows its cause, which stands where it moves money, in that envelope and for that amount.';

GRANT EXECUTE ON FUNCTION withheld_of(uuid) TO ${app};
