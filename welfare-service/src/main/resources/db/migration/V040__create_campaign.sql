CREATE TABLE campaign (
    id                uuid          NOT NULL PRIMARY KEY,
    programme         text          NOT NULL,
    programme_version integer       NOT NULL,
    name_ar           text          NOT NULL CHECK (length(name_ar) BETWEEN 1 AND 200),
    name_fr           text          NOT NULL CHECK (length(name_fr) BETWEEN 1 AND 200),
    year              integer       NOT NULL,
    amount            numeric(12,2) NOT NULL CHECK (amount > 0),
    envelope          uuid          NOT NULL REFERENCES envelope,
    opened_by         text          NOT NULL,
    opened_at         timestamptz   NOT NULL,
    FOREIGN KEY (programme, programme_version) REFERENCES programme_version
);

COMMENT ON TABLE campaign IS 'Aid that goes to everybody of the registry whom the programme''s rules select, in waves that never pay a person twice.';
COMMENT ON COLUMN campaign.id IS 'UUIDv7.';
COMMENT ON COLUMN campaign.programme IS 'The programme.';
COMMENT ON COLUMN campaign.programme_version IS 'The version whose rules select, for all waves.';
COMMENT ON COLUMN campaign.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN campaign.name_fr IS 'Name in French.';
COMMENT ON COLUMN campaign.year IS 'Budget year.';
COMMENT ON COLUMN campaign.amount IS 'What each person gets, in dirhams.';
COMMENT ON COLUMN campaign.envelope IS 'The envelope that pays.';
COMMENT ON COLUMN campaign.opened_by IS 'Subject of who opened it.';
COMMENT ON COLUMN campaign.opened_at IS 'When.';

CREATE TRIGGER campaign_append_only BEFORE UPDATE OR DELETE ON campaign FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_never_emptied BEFORE TRUNCATE ON campaign FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON campaign TO ${app};
