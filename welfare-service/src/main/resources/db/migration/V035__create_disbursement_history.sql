CREATE TABLE disbursement_history (
    id           uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    disbursement uuid        NOT NULL REFERENCES disbursement,
    occurred_at  timestamptz NOT NULL,
    from_state   text,
    to_state     text        NOT NULL,
    actor        text        NOT NULL,
    bank_file    uuid        REFERENCES bank_file,
    reason       text
);

COMMENT ON TABLE disbursement_history IS 'Every move of every disbursement, written in the transaction of the move.';
COMMENT ON COLUMN disbursement_history.id IS 'UUIDv7.';
COMMENT ON COLUMN disbursement_history.disbursement IS 'The disbursement.';
COMMENT ON COLUMN disbursement_history.occurred_at IS 'When.';
COMMENT ON COLUMN disbursement_history.from_state IS 'State left; null for the order itself.';
COMMENT ON COLUMN disbursement_history.to_state IS 'State reached.';
COMMENT ON COLUMN disbursement_history.actor IS 'Subject of who acted, or brought the bank''s file.';
COMMENT ON COLUMN disbursement_history.bank_file IS 'The bank''s file that moved it, if one did.';
COMMENT ON COLUMN disbursement_history.reason IS 'The bank''s code, if it gave one.';

CREATE INDEX disbursement_history_by_disbursement ON disbursement_history (disbursement, id);

CREATE TRIGGER disbursement_history_append_only BEFORE UPDATE OR DELETE ON disbursement_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disbursement_history_never_emptied BEFORE TRUNCATE ON disbursement_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON disbursement_history TO ${app};
