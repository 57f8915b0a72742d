CREATE TABLE disbursement (
    id             uuid          NOT NULL PRIMARY KEY,
    end_to_end_id  text          NOT NULL GENERATED ALWAYS AS ('RY' || replace(id::text, '-', '')) STORED,
    source_type    text          NOT NULL CHECK (source_type IN ('DECISION', 'CAMPAIGN_LINE')),
    source         uuid          NOT NULL,
    tranche        integer       NOT NULL CHECK (tranche >= 1),
    envelope       uuid          NOT NULL REFERENCES envelope,
    amount         numeric(12,2) NOT NULL CHECK (amount > 0),
    payee          uuid          NOT NULL,
    holder         text          NOT NULL CHECK (length(holder) BETWEEN 1 AND 300),
    account        bytea         NOT NULL,
    approved_by    text          NOT NULL,
    ordered_by     text          NOT NULL,
    ordered_at     timestamptz   NOT NULL,
    state          text          NOT NULL CHECK (state IN ('ORDERED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID', 'REFUSED', 'RETURNED')),
    state_since    timestamptz   NOT NULL,
    batch          uuid          REFERENCES payment_batch,
    position       integer       CHECK (position >= 1),
    bank_reason    text,
    bank_reference text,
    CONSTRAINT disbursement_end_to_end_id_once UNIQUE (end_to_end_id),
    CONSTRAINT disbursement_position_once UNIQUE (batch, position),
    CONSTRAINT disbursement_batched CHECK (num_nulls(batch, position) = CASE state WHEN 'ORDERED' THEN 2 ELSE 0 END),
    CONSTRAINT disbursement_payer_is_not_approver CHECK (ordered_by <> approved_by)
) WITH (fillfactor = 70);

COMMENT ON TABLE disbursement IS 'One payment to one account, from the order to what the bank made of it.';
COMMENT ON COLUMN disbursement.id IS 'UUIDv7.';
COMMENT ON COLUMN disbursement.end_to_end_id IS 'Its reference at the bank, made of the id: unique for ever.';
COMMENT ON COLUMN disbursement.source_type IS 'What it pays: DECISION or CAMPAIGN_LINE.';
COMMENT ON COLUMN disbursement.source IS 'Identifier of what it pays.';
COMMENT ON COLUMN disbursement.tranche IS 'Counts from 1.';
COMMENT ON COLUMN disbursement.envelope IS 'The envelope where its amount is committed.';
COMMENT ON COLUMN disbursement.amount IS 'In dirhams.';
COMMENT ON COLUMN disbursement.payee IS 'The person of the registry who is paid.';
COMMENT ON COLUMN disbursement.holder IS 'Holder of the account, as the bank is told.';
COMMENT ON COLUMN disbursement.account IS 'IBAN as it stood when ordered, encrypted with AES-GCM and bound to this row.';
COMMENT ON COLUMN disbursement.approved_by IS 'Subject of who approved what it pays; that person takes no part in paying.';
COMMENT ON COLUMN disbursement.ordered_by IS 'Subject of who ordered it.';
COMMENT ON COLUMN disbursement.ordered_at IS 'When.';
COMMENT ON COLUMN disbursement.state IS 'Where it stands; its moves are drawn in docs/domain/disbursement.md.';
COMMENT ON COLUMN disbursement.state_since IS 'Since when.';
COMMENT ON COLUMN disbursement.batch IS 'The batch that carries it; null until one does.';
COMMENT ON COLUMN disbursement.position IS 'Its place in the batch''s file, from 1.';
COMMENT ON COLUMN disbursement.bank_reason IS 'The bank''s code for the last refusal or return, such as AC04.';
COMMENT ON COLUMN disbursement.bank_reference IS 'The bank''s reference of the debit; a second debit under another is seen by it.';

-- Whatever is asked at once, one payment is under way or made for each source and tranche.
CREATE UNIQUE INDEX disbursement_one_live ON disbursement (source_type, source, tranche) WHERE state NOT IN ('REFUSED', 'RETURNED');

CREATE INDEX disbursement_to_batch ON disbursement (id) WHERE state = 'ORDERED';

CREATE TRIGGER disbursement_moves BEFORE UPDATE OF state ON disbursement FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('ORDERED>BATCHED', 'BATCHED>SENT', 'SENT>ACCEPTED', 'SENT>PAID', 'SENT>REFUSED', 'ACCEPTED>PAID', 'ACCEPTED>REFUSED', 'PAID>RETURNED');

GRANT SELECT, INSERT, UPDATE (state, state_since, batch, position, bank_reason, bank_reference) ON disbursement TO ${app};
