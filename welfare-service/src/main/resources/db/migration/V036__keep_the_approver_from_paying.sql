CREATE FUNCTION keep_the_approver_from_paying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disbursement WHERE batch = NEW.id AND approved_by IN (NEW.prepared_by, NEW.released_by)) THEN
        RAISE EXCEPTION 'who approved a payment of batch % takes no part in paying it', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_the_approver_from_paying() IS 'Whoever decides does not pay: nobody prepares or releases a batch with a payment that they approved.';

CREATE TRIGGER payment_batch_payer_is_not_approver BEFORE UPDATE OF released_by ON payment_batch FOR EACH ROW
    EXECUTE FUNCTION keep_the_approver_from_paying();
