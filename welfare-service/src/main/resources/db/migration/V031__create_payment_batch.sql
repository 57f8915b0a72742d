CREATE FUNCTION keep_to_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state || '>' || NEW.state = ANY (TG_ARGV) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% does not move from % to %', TG_TABLE_NAME, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION keep_to_moves() IS 'Lets a state change only along the moves that the trigger names, each as FROM>TO.';

CREATE SEQUENCE payment_batch_number;
COMMENT ON SEQUENCE payment_batch_number IS 'Last part of a batch''s number; a batch that failed leaves a gap.';

CREATE TABLE payment_batch (
    id             uuid          NOT NULL PRIMARY KEY,
    number         text          NOT NULL UNIQUE CHECK (number ~ '^PAY-[0-9]{4}-[0-9]{6,}$'),
    state          text          NOT NULL CHECK (state IN ('PREPARED', 'RELEASED', 'WRITTEN')),
    lines          integer       NOT NULL CHECK (lines > 0),
    total          numeric(12,2) NOT NULL CHECK (total > 0),
    prepared_by    text          NOT NULL,
    prepared_at    timestamptz   NOT NULL,
    released_by    text,
    released_at    timestamptz,
    content_sha256 bytea         CHECK (octet_length(content_sha256) = 32),
    written_at     timestamptz,
    CONSTRAINT payment_batch_four_eyes CHECK (released_by <> prepared_by),
    CONSTRAINT payment_batch_released CHECK (num_nulls(released_by, released_at, content_sha256) = CASE state WHEN 'PREPARED' THEN 3 ELSE 0 END),
    CONSTRAINT payment_batch_written CHECK ((state = 'WRITTEN') = (written_at IS NOT NULL))
);

COMMENT ON TABLE payment_batch IS 'Payments sent to the bank in one file: prepared by one finance officer, released by another.';
COMMENT ON COLUMN payment_batch.id IS 'UUIDv7.';
COMMENT ON COLUMN payment_batch.number IS 'What people and the bank call it; the file''s name and its message identifier.';
COMMENT ON COLUMN payment_batch.state IS 'PREPARED, RELEASED (the bank is to have it) or WRITTEN (the file lies where the bank fetches it).';
COMMENT ON COLUMN payment_batch.lines IS 'How many payments.';
COMMENT ON COLUMN payment_batch.total IS 'Their sum in dirhams.';
COMMENT ON COLUMN payment_batch.prepared_by IS 'Subject of who put it together.';
COMMENT ON COLUMN payment_batch.prepared_at IS 'When.';
COMMENT ON COLUMN payment_batch.released_by IS 'Subject of who released it: never who prepared it.';
COMMENT ON COLUMN payment_batch.released_at IS 'When; the only time that the file carries.';
COMMENT ON COLUMN payment_batch.content_sha256 IS 'SHA-256 of the file.';
COMMENT ON COLUMN payment_batch.written_at IS 'When the file was seen written.';

CREATE TRIGGER payment_batch_moves BEFORE UPDATE OF state ON payment_batch FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('PREPARED>RELEASED', 'RELEASED>WRITTEN');

GRANT USAGE ON SEQUENCE payment_batch_number TO ${app};
GRANT SELECT, INSERT, UPDATE (state, released_by, released_at, content_sha256, written_at) ON payment_batch TO ${app};
