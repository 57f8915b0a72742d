-- A payment can be taken out until the bank is to have it: nobody else of its batch waits for that.
ALTER TABLE disbursement
    ADD COLUMN stopped_by text,
    ADD COLUMN stop_reason text CHECK (stop_reason IN ('PAYEE_DECEASED', 'ACCOUNT_IN_DOUBT', 'DECISION_IN_DOUBT', 'PAID_OTHERWISE')),
    DROP CONSTRAINT disbursement_state_check,
    ADD CONSTRAINT disbursement_state_check CHECK (state IN ('ORDERED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID', 'REFUSED', 'RETURNED', 'STOPPED')),
    DROP CONSTRAINT disbursement_batched,
    ADD CONSTRAINT disbursement_batched CHECK (
        num_nulls(batch, position) IN (0, 2) AND CASE state WHEN 'ORDERED' THEN batch IS NULL WHEN 'STOPPED' THEN true ELSE batch IS NOT NULL END),
    ADD CONSTRAINT disbursement_stopped CHECK (num_nulls(stopped_by, stop_reason) = CASE state WHEN 'STOPPED' THEN 0 ELSE 2 END);
COMMENT ON COLUMN disbursement.stopped_by IS 'Subject of who took it out before the bank was to have it.';
COMMENT ON COLUMN disbursement.stop_reason IS 'Why: PAYEE_DECEASED, ACCOUNT_IN_DOUBT, DECISION_IN_DOUBT or PAID_OTHERWISE.';

GRANT UPDATE (stopped_by, stop_reason) ON disbursement TO ${app};

DROP TRIGGER disbursement_moves ON disbursement;
CREATE TRIGGER disbursement_moves BEFORE UPDATE OF state ON disbursement FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('ORDERED>BATCHED', 'ORDERED>STOPPED', 'BATCHED>SENT', 'BATCHED>STOPPED', 'SENT>ACCEPTED', 'SENT>PAID', 'SENT>REFUSED',
        'ACCEPTED>PAID', 'ACCEPTED>REFUSED', 'PAID>RETURNED');

ALTER TABLE campaign_line_progress
    DROP CONSTRAINT campaign_line_progress_state_check,
    ADD CONSTRAINT campaign_line_progress_state_check
        CHECK (state IN ('ORDERED', 'SENT', 'PAID', 'REFUSED', 'RETURNED', 'VOUCHER_ISSUED', 'WITHHELD', 'STOPPED'));

DROP TRIGGER campaign_line_progress_moves ON campaign_line_progress;
CREATE TRIGGER campaign_line_progress_moves BEFORE UPDATE OF state ON campaign_line_progress FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('ORDERED>SENT', 'ORDERED>STOPPED', 'SENT>PAID', 'SENT>REFUSED', 'PAID>RETURNED');

CREATE OR REPLACE FUNCTION tell_payments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off SET enable_nestloop = off AS $$
DECLARE
    told bigint;
BEGIN
    INSERT INTO disbursement_history (disbursement, occurred_at, from_state, to_state, actor, bank_file, reason)
    SELECT n.id, n.state_since, o.state, n.state, word.actor, word.bank_file, word.reason
    FROM moved n
        JOIN stood o ON o.id = n.id
        CROSS JOIN LATERAL (
            SELECT CASE n.state WHEN 'BATCHED' THEN b.prepared_by ELSE b.released_by END AS actor, CAST(NULL AS uuid) AS bank_file, CAST(NULL AS text) AS reason
            FROM payment_batch b
            WHERE n.state IN ('BATCHED', 'SENT') AND b.id = n.batch AND num_nonnulls(n.bank_reason, n.bank_reference) = 0
              AND CASE n.state WHEN 'BATCHED' THEN b.prepared_in = pg_current_xact_id() ELSE b.state = 'RELEASED' END
            UNION ALL
            -- A person takes it out before the bank is to have it: nobody else can release its batch meanwhile.
            SELECT n.stopped_by, NULL, n.stop_reason
            WHERE n.state = 'STOPPED' AND num_nonnulls(n.bank_reason, n.bank_reference) = 0
              AND (n.batch IS NULL OR EXISTS (SELECT FROM payment_batch b WHERE b.id = n.batch AND b.state = 'PREPARED'))
            UNION ALL (
            -- What comes back without having been booked is paid and returned by one line.
            SELECT (SELECT f.received_by FROM bank_file f WHERE f.id = l.bank_file AND f.taken_in = pg_current_xact_id()), l.bank_file, l.bank_reason
            FROM bank_file_line l
            WHERE n.state NOT IN ('BATCHED', 'SENT', 'STOPPED') AND l.disbursement = n.id AND l.outcome = 'APPLIED'
              AND (l.says = n.state OR n.state = 'PAID' AND l.says IN ('DEBITED', 'RETURNED'))
              AND n.bank_reason IS NOT DISTINCT FROM coalesce(l.bank_reason, o.bank_reason)
              AND (n.bank_reference IS NOT DISTINCT FROM o.bank_reference OR n.bank_reference = l.bank_reference)
            ORDER BY l.says LIMIT 1)
        ) AS word
    WHERE word.actor IS NOT NULL;
    GET DIAGNOSTICS told = ROW_COUNT;
    IF told <> (SELECT count(*) FROM moved) THEN
        RAISE EXCEPTION 'a payment moves by its batch, by who stops it, or by a line of the file of the bank that this transaction takes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tell_payments() IS 'Writes the history of payments that move, from the batch, the person or the bank''s line that moves them; without one nothing moves.';

CREATE OR REPLACE FUNCTION release_batches_whole() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_file WHERE batch = NEW.id AND written_in = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'batch % is released with its file', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT FROM disbursement d
        WHERE d.batch = NEW.id
          AND (d.state = 'BATCHED'
               OR d.source_type = 'CAMPAIGN_LINE' AND (SELECT p.state = 'ORDERED' FROM campaign_line_progress p WHERE p.line = d.source))) THEN
        RAISE EXCEPTION 'batch % is released with all its payments', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT (
        SELECT count(*) FILTER (WHERE d.state = 'SENT') > 0 AND NOT bool_or(d.state = 'SENT' AND told_dead(d.payee))
        FROM disbursement d WHERE d.batch = NEW.id) THEN
        RAISE EXCEPTION 'batch % is released with a payment at least, and with none to somebody whose death the registry told', NEW.number
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION release_batches_whole() IS 'A batch is released with its file and with all that it holds and nobody stopped; nobody of whom the registry told that they died is paid.';

CREATE OR REPLACE FUNCTION follow_the_payment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM disbursement d
        WHERE d.id = NEW.disbursement AND d.source_type = 'DECISION' AND d.source = NEW.decision
          AND CASE NEW.state
                  WHEN 'ORDERED' THEN d.state = 'ORDERED'
                  WHEN 'PAID' THEN d.state IN ('PAID', 'RETURNED')
                  ELSE d.state IN ('REFUSED', 'RETURNED', 'STOPPED')
              END) THEN
        RAISE EXCEPTION 'aid request % does not become % before its own payment does', NEW.id, NEW.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION follow_the_payment() IS 'A request is ordered with the payment of its own decision, and becomes what that became; what was stopped comes back to it like what was returned.';

CREATE FUNCTION stop_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM envelope_entry e WHERE e.cause = NEW.id AND e.kind = 'UNCOMMIT' AND e.kind NOT IN ('ALLOT', 'CUT'))
       OR NOT coalesce(CASE NEW.source_type
            WHEN 'CAMPAIGN_LINE' THEN (SELECT p.state = 'STOPPED' FROM campaign_line_progress p WHERE p.line = NEW.source)
            ELSE (SELECT r.state = 'RETURNED' FROM aid_request r WHERE r.decision = NEW.source)
        END, false) THEN
        RAISE EXCEPTION 'payment % is stopped with what it pays, and its amount goes back', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION stop_whole() IS 'Who stops a payment gives its amount back to the envelope and says so of the request or line that it pays, in one transaction.';

CREATE CONSTRAINT TRIGGER disbursement_stopped_whole AFTER UPDATE OF state ON disbursement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state = 'STOPPED') EXECUTE FUNCTION stop_whole();
