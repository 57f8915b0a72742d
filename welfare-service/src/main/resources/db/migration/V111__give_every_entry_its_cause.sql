ALTER TABLE envelope_entry ADD CONSTRAINT envelope_entry_kind_of_cause CHECK (
    CASE cause_type
        WHEN 'envelope' THEN kind IN ('ALLOT', 'CUT') AND cause = envelope
        WHEN 'decision' THEN kind IN ('RESERVE', 'COMMIT', 'RELEASE')
        WHEN 'campaign-wave' THEN kind IN ('RESERVE', 'COMMIT')
        WHEN 'disbursement' THEN kind IN ('PAY', 'UNCOMMIT', 'GIVE_BACK')
        ELSE false
    END);
COMMENT ON COLUMN envelope_entry.cause_type IS 'Kind of thing that caused it: envelope (its allotment), decision, campaign-wave or disbursement.';

-- One function for both, for every approval calls it; a scalar subquery stays one look into an index, whatever plan the server has kept.
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
                SELECT c.envelope = e.envelope AND w.total = e.amount AND w.state = CASE e.kind WHEN 'RESERVE' THEN 'APPROVED' ELSE 'ORDERED' END
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
