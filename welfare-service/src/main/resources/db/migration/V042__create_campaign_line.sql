CREATE TABLE campaign_line (
    id            uuid          NOT NULL PRIMARY KEY,
    campaign      uuid          NOT NULL REFERENCES campaign,
    wave          uuid          NOT NULL REFERENCES campaign_wave,
    wave_number   integer       NOT NULL,
    person        uuid          NOT NULL,
    reference     text          NOT NULL,
    name_ar       text          NOT NULL,
    name_latin    text          NOT NULL,
    office        text,
    category      text          NOT NULL,
    category_from date          NOT NULL,
    verdict       text          NOT NULL CHECK (verdict IN ('TRANSFER', 'VOUCHER', 'NEAR_MISS')),
    reason        text,
    reasons       jsonb         NOT NULL,
    amount        numeric(12,2) CHECK (amount > 0),
    pension       bytea,
    account       bytea,
    CONSTRAINT campaign_line_person_once UNIQUE (wave, person),
    CONSTRAINT campaign_line_selected CHECK ((verdict = 'NEAR_MISS') = (amount IS NULL)),
    CONSTRAINT campaign_line_payable CHECK ((verdict = 'TRANSFER') = (account IS NOT NULL)),
    CONSTRAINT campaign_line_explained CHECK ((verdict = 'TRANSFER') = (reason IS NULL))
);

COMMENT ON TABLE campaign_line IS 'Everybody whom a wave looked at, as the registry showed them on its day, with the verdict and why; never changed.';
COMMENT ON COLUMN campaign_line.id IS 'UUIDv7, in the order of the list.';
COMMENT ON COLUMN campaign_line.campaign IS 'The campaign.';
COMMENT ON COLUMN campaign_line.wave IS 'The wave.';
COMMENT ON COLUMN campaign_line.wave_number IS 'Its number, which later waves name as the reason.';
COMMENT ON COLUMN campaign_line.person IS 'The person of the registry.';
COMMENT ON COLUMN campaign_line.reference IS 'The person''s key at the source of the registry.';
COMMENT ON COLUMN campaign_line.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN campaign_line.name_latin IS 'Name in Latin letters, which the bank is told.';
COMMENT ON COLUMN campaign_line.office IS 'Regional office; null where none is known.';
COMMENT ON COLUMN campaign_line.category IS 'The category that was looked at.';
COMMENT ON COLUMN campaign_line.category_from IS 'Since when it was held.';
COMMENT ON COLUMN campaign_line.verdict IS 'TRANSFER, VOUCHER (entitled, without an account) or NEAR_MISS (not selected).';
COMMENT ON COLUMN campaign_line.reason IS 'Code of the first reason; null for a transfer.';
COMMENT ON COLUMN campaign_line.reasons IS 'All reasons, each with its code and the values that its text names; never the pension.';
COMMENT ON COLUMN campaign_line.amount IS 'What the person gets; null where nothing.';
COMMENT ON COLUMN campaign_line.pension IS 'Monthly pension on the day, encrypted with AES-GCM and bound to this row; null where none is known.';
COMMENT ON COLUMN campaign_line.account IS 'IBAN on the day, encrypted with AES-GCM and bound to this row.';

-- The last word: nobody is selected twice in a campaign, whatever became of the first time.
CREATE UNIQUE INDEX campaign_line_once ON campaign_line (campaign, person) INCLUDE (wave_number) WHERE verdict IN ('TRANSFER', 'VOUCHER');

CREATE INDEX campaign_line_of_wave ON campaign_line (wave, verdict, id);

CREATE TRIGGER campaign_line_append_only BEFORE UPDATE OR DELETE ON campaign_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_line_never_emptied BEFORE TRUNCATE ON campaign_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON campaign_line TO ${app};
