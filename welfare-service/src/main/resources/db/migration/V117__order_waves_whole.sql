ALTER TABLE campaign_wave ADD COLUMN ordered_in xid8;
COMMENT ON COLUMN campaign_wave.ordered_in IS 'The transaction that ordered it: its payments and vouchers are made in no other. Null for what was ordered before this was kept.';

CREATE FUNCTION note_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.ordered_in := pg_current_xact_id();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION note_order() IS 'Keeps the transaction that ordered a wave.';

CREATE TRIGGER campaign_wave_order_noted BEFORE UPDATE OF state ON campaign_wave FOR EACH ROW WHEN (NEW.state = 'ORDERED') EXECUTE FUNCTION note_order();

-- The wave is ordered first, so that what it orders finds it ordered; its batch follows in the same transaction.
ALTER TABLE campaign_wave ALTER CONSTRAINT campaign_wave_batch_fkey DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION pay_what_was_selected() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM ordered o
        WHERE o.source_type = 'CAMPAIGN_LINE' AND NOT coalesce((
            SELECT l.verdict = 'TRANSFER' AND l.amount = o.amount AND l.person = o.payee AND l.name_latin = o.holder AND o.tranche = 1
               AND w.ordered_in = pg_current_xact_id() AND w.ordered_by = o.ordered_by AND w.approved_by = o.approved_by AND c.envelope = o.envelope
            FROM campaign_line l JOIN campaign_wave w ON w.id = l.wave JOIN campaign c ON c.id = w.campaign
            WHERE l.id = o.source), false)) THEN
        RAISE EXCEPTION 'a payment of a campaign is that of a line, in the order of its wave' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION pay_what_was_selected() IS 'A payment of a campaign goes to the person of a line, for its amount, from the campaign''s envelope, once.';

CREATE TRIGGER disbursement_of_line AFTER INSERT ON disbursement REFERENCING NEW TABLE AS ordered FOR EACH STATEMENT
    EXECUTE FUNCTION pay_what_was_selected();

CREATE FUNCTION issue_what_was_selected() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM issued i
        WHERE NOT coalesce((
            SELECT i.source_type = 'CAMPAIGN_LINE' AND l.verdict = 'VOUCHER' AND l.amount = i.amount AND l.person = i.holder
               AND w.ordered_in = pg_current_xact_id() AND w.ordered_by = i.issued_by AND c.envelope = i.envelope
            FROM campaign_line l JOIN campaign_wave w ON w.id = l.wave JOIN campaign c ON c.id = w.campaign
            WHERE l.id = i.source), false)) THEN
        RAISE EXCEPTION 'a voucher is that of a line, in the order of its wave' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION issue_what_was_selected() IS 'A voucher is for the person of a line, for its amount, from the campaign''s envelope, once.';

CREATE TRIGGER voucher_of_line AFTER INSERT ON voucher REFERENCING NEW TABLE AS issued FOR EACH STATEMENT
    EXECUTE FUNCTION issue_what_was_selected();

REVOKE INSERT ON voucher FROM ${app};
GRANT INSERT (number, source_type, source, envelope, amount, holder, issued_by, issued_at) ON voucher TO ${app};

CREATE FUNCTION follow_payments() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM followed p
        WHERE NOT coalesce(CASE
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
COMMENT ON FUNCTION follow_payments() IS 'What is said of a line is what became of its own payment, or its own voucher.';

CREATE TRIGGER campaign_line_progress_entered AFTER INSERT ON campaign_line_progress REFERENCING NEW TABLE AS followed FOR EACH STATEMENT
    EXECUTE FUNCTION follow_payments();
CREATE TRIGGER campaign_line_progress_followed AFTER UPDATE ON campaign_line_progress REFERENCING NEW TABLE AS followed FOR EACH STATEMENT
    EXECUTE FUNCTION follow_payments();

CREATE FUNCTION book_every_wave() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    wanted text := CASE NEW.state WHEN 'APPROVED' THEN 'RESERVE' ELSE 'COMMIT' END;
BEGIN
    IF NOT EXISTS (SELECT FROM envelope_entry e WHERE e.cause = NEW.id AND e.kind = wanted AND e.kind NOT IN ('ALLOT', 'CUT')) THEN
        RAISE EXCEPTION 'wave % is % and its envelope has no % for it', NEW.id, NEW.state, wanted USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state = 'ORDERED' AND (
        NEW.transfers <> coalesce((SELECT b.lines FROM payment_batch b WHERE b.id = NEW.batch), 0)
        OR EXISTS (
            SELECT FROM campaign_line l
            WHERE l.wave = NEW.id AND l.verdict IN ('TRANSFER', 'VOUCHER') AND NOT coalesce((
                SELECT p.voucher IS NOT NULL OR (SELECT d.batch = NEW.batch FROM disbursement d WHERE d.id = p.disbursement)
                FROM campaign_line_progress p WHERE p.line = l.id), false))) THEN
        RAISE EXCEPTION 'wave % is ordered with a payment in its batch, or a voucher, for each line', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION book_every_wave() IS 'What is approved is reserved; what is ordered is committed, and every line has its payment or voucher.';

CREATE CONSTRAINT TRIGGER campaign_wave_booked AFTER UPDATE OF state ON campaign_wave DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state IN ('APPROVED', 'ORDERED')) EXECUTE FUNCTION book_every_wave();
