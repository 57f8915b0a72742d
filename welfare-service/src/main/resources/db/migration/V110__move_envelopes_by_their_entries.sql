-- The entries are the books and the row is their sum: writing an entry moves the envelope, and nothing else does (docs/adr/0010).
ALTER TABLE envelope ALTER COLUMN allotted SET DEFAULT 0, ALTER COLUMN version SET DEFAULT 0;

CREATE FUNCTION book_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
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
COMMENT ON FUNCTION book_entries() IS 'Adds what a statement enters to the envelopes it is entered for, under the rights of the tables'' owner: nobody else changes a balance.';

CREATE TRIGGER envelope_entry_booked AFTER INSERT ON envelope_entry REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION book_entries();

CREATE TRIGGER envelope_moved_by_entries BEFORE UPDATE ON envelope FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();

REVOKE INSERT, UPDATE ON envelope FROM ${app};
-- PostgreSQL lets only those hold a row who may change some column of it; the trigger above refuses the change.
GRANT INSERT (programme, office, year, created_at), UPDATE (version) ON envelope TO ${app};

REVOKE INSERT ON envelope_entry FROM ${app};
GRANT INSERT (envelope, kind, amount, cause_type, cause, occurred_at) ON envelope_entry TO ${app};
