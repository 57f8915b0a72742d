CREATE TABLE campaign_line_progress (
    line          uuid        NOT NULL PRIMARY KEY REFERENCES campaign_line,
    state         text        NOT NULL CHECK (state IN ('ORDERED', 'SENT', 'PAID', 'REFUSED', 'RETURNED', 'VOUCHER_ISSUED')),
    since         timestamptz NOT NULL,
    disbursement  uuid        UNIQUE REFERENCES disbursement,
    end_to_end_id text,
    voucher       text        UNIQUE,
    CONSTRAINT campaign_line_progress_one_way CHECK (num_nulls(disbursement, voucher) = 1),
    CONSTRAINT campaign_line_progress_voucher CHECK ((state = 'VOUCHER_ISSUED') = (voucher IS NOT NULL))
) WITH (fillfactor = 70);

COMMENT ON TABLE campaign_line_progress IS 'What became of each selected line since it was ordered; the line itself never changes.';
COMMENT ON COLUMN campaign_line_progress.line IS 'The line.';
COMMENT ON COLUMN campaign_line_progress.state IS 'Follows the payment in its own transaction.';
COMMENT ON COLUMN campaign_line_progress.since IS 'Since when.';
COMMENT ON COLUMN campaign_line_progress.disbursement IS 'Its payment.';
COMMENT ON COLUMN campaign_line_progress.end_to_end_id IS 'The payment''s reference at the bank.';
COMMENT ON COLUMN campaign_line_progress.voucher IS 'Number of its voucher.';

CREATE TRIGGER campaign_line_progress_moves BEFORE UPDATE OF state ON campaign_line_progress FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('ORDERED>SENT', 'SENT>PAID', 'SENT>REFUSED', 'PAID>RETURNED');

GRANT SELECT, INSERT, UPDATE (state, since) ON campaign_line_progress TO ${app};
