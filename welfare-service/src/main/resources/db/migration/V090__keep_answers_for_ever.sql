CREATE FUNCTION keep_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status IS NOT NULL THEN
        RAISE EXCEPTION 'an answer that was given stands' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' AND OLD.kept_until IS NULL AND OLD.status IS NOT NULL THEN
        RAISE EXCEPTION 'this answer is kept for ever' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION keep_answers() IS 'What moved money once is never forgotten, so that its repetition cannot move it again.';

CREATE TRIGGER idempotency_key_kept BEFORE UPDATE OR DELETE ON idempotency_key FOR EACH ROW EXECUTE FUNCTION keep_answers();
