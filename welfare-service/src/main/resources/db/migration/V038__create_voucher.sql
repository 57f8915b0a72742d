CREATE SEQUENCE voucher_number;
COMMENT ON SEQUENCE voucher_number IS 'Last part of a voucher''s number; an issue that failed leaves a gap.';

CREATE TABLE voucher (
    id          uuid          NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    number      text          NOT NULL UNIQUE CHECK (number ~ '^BON-[0-9]{4}-[0-9]{6,}$'),
    source_type text          NOT NULL CHECK (source_type IN ('DECISION', 'CAMPAIGN_LINE')),
    source      uuid          NOT NULL,
    envelope    uuid          NOT NULL REFERENCES envelope,
    amount      numeric(12,2) NOT NULL CHECK (amount > 0),
    holder      uuid          NOT NULL,
    issued_by   text          NOT NULL,
    issued_at   timestamptz   NOT NULL,
    CONSTRAINT voucher_one_for_a_source UNIQUE (source_type, source)
);

COMMENT ON TABLE voucher IS 'A purchase voucher for who is entitled and has no bank account; its amount stays committed until it is redeemed.';
COMMENT ON COLUMN voucher.id IS 'UUIDv7.';
COMMENT ON COLUMN voucher.number IS 'What stands on it.';
COMMENT ON COLUMN voucher.source_type IS 'What it pays: DECISION or CAMPAIGN_LINE.';
COMMENT ON COLUMN voucher.source IS 'Identifier of what it pays.';
COMMENT ON COLUMN voucher.envelope IS 'The envelope where its amount is committed.';
COMMENT ON COLUMN voucher.amount IS 'Its value in dirhams.';
COMMENT ON COLUMN voucher.holder IS 'The person of the registry whom it is for.';
COMMENT ON COLUMN voucher.issued_by IS 'Subject of who issued it.';
COMMENT ON COLUMN voucher.issued_at IS 'When.';

CREATE TRIGGER voucher_append_only BEFORE UPDATE OR DELETE ON voucher FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER voucher_never_emptied BEFORE TRUNCATE ON voucher FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT USAGE ON SEQUENCE voucher_number TO ${app};
GRANT SELECT, INSERT ON voucher TO ${app};
