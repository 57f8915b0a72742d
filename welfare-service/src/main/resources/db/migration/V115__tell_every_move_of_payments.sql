-- Nothing else of a payment changes than what its move writes.
CREATE TRIGGER disbursement_changes_by_moves BEFORE UPDATE ON disbursement FOR EACH ROW WHEN (OLD.state = NEW.state) EXECUTE FUNCTION refuse_change();

-- A payment reaches each state once.
CREATE UNIQUE INDEX disbursement_history_once ON disbursement_history (disbursement, to_state);
DROP INDEX disbursement_history_by_disbursement;

-- All that the history tells stands elsewhere, so the database writes it: who ordered, who prepared and released the batch, which line of the bank.
CREATE FUNCTION tell_payments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
            UNION ALL (
            -- What comes back without having been booked is paid and returned by one line.
            SELECT (SELECT f.received_by FROM bank_file f WHERE f.id = l.bank_file AND f.taken_in = pg_current_xact_id()), l.bank_file, l.bank_reason
            FROM bank_file_line l
            WHERE n.state NOT IN ('BATCHED', 'SENT') AND l.disbursement = n.id AND l.outcome = 'APPLIED'
              AND (l.says = n.state OR n.state = 'PAID' AND l.says IN ('DEBITED', 'RETURNED'))
              AND n.bank_reason IS NOT DISTINCT FROM coalesce(l.bank_reason, o.bank_reason)
              AND (n.bank_reference IS NOT DISTINCT FROM o.bank_reference OR n.bank_reference = l.bank_reference)
            ORDER BY l.says LIMIT 1)
        ) AS word
    WHERE word.actor IS NOT NULL;
    GET DIAGNOSTICS told = ROW_COUNT;
    IF told <> (SELECT count(*) FROM moved) THEN
        RAISE EXCEPTION 'a payment moves by its batch, or by a line of the file of the bank that this transaction takes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tell_payments() IS 'Writes the history of payments that move, from the batch or the bank''s line that moves them; without one nothing moves.';

CREATE TRIGGER disbursement_told AFTER UPDATE ON disbursement REFERENCING OLD TABLE AS stood NEW TABLE AS moved FOR EACH STATEMENT
    EXECUTE FUNCTION tell_payments();

CREATE FUNCTION tell_orders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO disbursement_history (disbursement, occurred_at, to_state, actor) SELECT id, ordered_at, state, ordered_by FROM ordered;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tell_orders() IS 'Writes the first row of the history of each payment: who ordered it.';

CREATE TRIGGER disbursement_order_told AFTER INSERT ON disbursement REFERENCING NEW TABLE AS ordered FOR EACH STATEMENT
    EXECUTE FUNCTION tell_orders();

REVOKE INSERT ON disbursement_history FROM ${app};
COMMENT ON TABLE disbursement_history IS 'Every move of every disbursement, written by the database itself in the statement of the move.';
