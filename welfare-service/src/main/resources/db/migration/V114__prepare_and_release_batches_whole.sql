ALTER TABLE payment_batch ADD COLUMN prepared_in xid8 NOT NULL DEFAULT pg_current_xact_id();
COMMENT ON COLUMN payment_batch.prepared_in IS 'The transaction that prepared it: payments enter it in no other.';

ALTER TABLE payment_file
    ADD COLUMN written_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD CONSTRAINT payment_file_not_empty CHECK (octet_length(content) > 0);
COMMENT ON COLUMN payment_file.written_in IS 'The transaction that made it, which is the one that released its batch.';

REVOKE INSERT ON payment_file FROM ${app};
GRANT INSERT (batch, content) ON payment_file TO ${app};

CREATE FUNCTION prepare_batches_whole() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT coalesce((
        SELECT count(*) = NEW.lines AND sum(amount) = NEW.total AND max(position) = NEW.lines FROM disbursement WHERE batch = NEW.id), false) THEN
        RAISE EXCEPTION 'batch % does not hold the payments that it counts', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION prepare_batches_whole() IS 'A batch is prepared with the payments that it counts and sums.';

CREATE CONSTRAINT TRIGGER payment_batch_prepared AFTER INSERT ON payment_batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION prepare_batches_whole();

CREATE FUNCTION release_batches_whole() RETURNS trigger LANGUAGE plpgsql
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
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION release_batches_whole() IS 'A batch is released with its file and with all that it holds.';

CREATE CONSTRAINT TRIGGER payment_batch_released_whole AFTER UPDATE OF state ON payment_batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state = 'RELEASED') EXECUTE FUNCTION release_batches_whole();

-- With the trigger above and the key: a batch has one file, made by the transaction that released it.
CREATE FUNCTION write_what_is_released() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM payment_batch WHERE id = NEW.batch AND state = 'PREPARED') THEN
        RAISE EXCEPTION 'a file is made for the bank by the release of its batch' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION write_what_is_released() IS 'No file lies ready for a batch that waits for its release.';

CREATE CONSTRAINT TRIGGER payment_file_released AFTER INSERT ON payment_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION write_what_is_released();
