ALTER TABLE bank_file ADD COLUMN taken_in xid8 NOT NULL DEFAULT pg_current_xact_id();
COMMENT ON COLUMN bank_file.taken_in IS 'The transaction that took it: its lines enter in no other, and move payments in no other.';

REVOKE INSERT ON bank_file, bank_file_line FROM ${app};
GRANT INSERT (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions) ON bank_file TO ${app};
GRANT INSERT (bank_file, position, end_to_end_id, batch_number, says, amount, currency, bank_reason, bank_reference, disbursement, outcome, exception)
    ON bank_file_line TO ${app};

ALTER TABLE bank_file_line
    ADD CONSTRAINT bank_file_line_decides CHECK (
        outcome IN ('NOTED', 'EXCEPTION') OR disbursement IS NOT NULL AND says IN ('ACCEPTED', 'REFUSED', 'DEBITED', 'RETURNED')),
    -- A status may leave the amount out; a booking may not.
    ADD CONSTRAINT bank_file_line_amount CHECK (
        outcome IN ('NOTED', 'EXCEPTION') OR CASE WHEN amount IS NULL THEN says IN ('ACCEPTED', 'REFUSED') ELSE currency IS NOT DISTINCT FROM 'MAD' END);

-- What the bank says of a payment moves it once; and the move finds its line here.
CREATE UNIQUE INDEX bank_file_line_applied_once ON bank_file_line (disbursement, says) WHERE outcome = 'APPLIED';

CREATE FUNCTION take_lines() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM taken t
        WHERE NOT coalesce((
                SELECT f.taken_in = pg_current_xact_id()
                   AND (t.says IN ('NOTHING_YET', 'UNKNOWN') OR (t.says IN ('ACCEPTED', 'REFUSED')) = (f.kind = 'PAIN_002'))
                FROM bank_file f WHERE f.id = t.bank_file), false)
           OR t.disbursement IS NOT NULL AND NOT coalesce((
                SELECT lower(d.end_to_end_id) = lower(btrim(t.end_to_end_id, E' \t\r\n')) AND (t.outcome IN ('NOTED', 'EXCEPTION') OR t.amount IS NULL OR t.amount = d.amount)
                   AND (t.batch_number IS NULL OR t.batch_number = (SELECT b.number FROM payment_batch b WHERE b.id = d.batch))
                FROM disbursement d WHERE d.id = t.disbursement), false)) THEN
        RAISE EXCEPTION 'a line of the bank enters with its file, under the reference and for the amount of the payment that it names'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION take_lines() IS 'A line of the bank fits its file, and the payment that it is said to be of.';

CREATE TRIGGER bank_file_line_taken AFTER INSERT ON bank_file_line REFERENCING NEW TABLE AS taken FOR EACH STATEMENT
    EXECUTE FUNCTION take_lines();

CREATE FUNCTION take_files_whole() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT (
        SELECT count(*) = NEW.lines AND coalesce(max(position), 0) = NEW.lines
           AND count(*) FILTER (WHERE outcome = 'APPLIED') = NEW.applied AND count(*) FILTER (WHERE outcome = 'ALREADY') = NEW.already
           AND count(*) FILTER (WHERE outcome = 'NOTED') = NEW.noted AND count(*) FILTER (WHERE outcome = 'EXCEPTION') = NEW.exceptions
        FROM bank_file_line WHERE bank_file = NEW.id) THEN
        RAISE EXCEPTION 'bank file % counts other lines than it has', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT FROM bank_file_line l
        WHERE l.bank_file = NEW.id AND l.outcome = 'APPLIED' AND NOT coalesce((
            SELECT (SELECT h.bank_file = NEW.id FROM disbursement_history h
                    WHERE h.disbursement = d.id AND h.to_state = CASE l.says WHEN 'DEBITED' THEN 'PAID' ELSE l.says END)
               AND CASE d.state
                       WHEN 'ACCEPTED' THEN true
                       WHEN 'RETURNED' THEN (SELECT count(*) = 2 FROM envelope_entry e
                                             WHERE e.cause = d.id AND e.kind NOT IN ('ALLOT', 'CUT') AND e.kind IN ('PAY', 'GIVE_BACK'))
                       ELSE (SELECT count(*) = 1 FROM envelope_entry e
                             WHERE e.cause = d.id AND e.kind NOT IN ('ALLOT', 'CUT') AND e.kind = CASE d.state WHEN 'PAID' THEN 'PAY' ELSE 'UNCOMMIT' END)
                   END
               AND CASE d.source_type
                       WHEN 'CAMPAIGN_LINE' THEN (
                           SELECT p.state = CASE d.state WHEN 'ACCEPTED' THEN 'SENT' ELSE d.state END
                           FROM campaign_line_progress p WHERE p.line = d.source)
                       ELSE (
                           SELECT r.state = CASE d.state WHEN 'ACCEPTED' THEN 'ORDERED' WHEN 'PAID' THEN 'PAID' ELSE 'RETURNED' END
                           FROM aid_request r WHERE r.decision = d.source)
                   END
            FROM disbursement d WHERE d.id = l.disbursement), false)) THEN
        RAISE EXCEPTION 'a line that bank file % applied moved nothing, or not what its payment pays and the envelope with it', NEW.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION take_files_whole() IS 'A file of the bank counts its own lines; each that it applied moved its payment, the envelope, and the request or line that is paid.';

-- At the end of the transaction, when all of that has been done.
CREATE CONSTRAINT TRIGGER bank_file_whole AFTER INSERT ON bank_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION take_files_whole();
