CREATE TABLE campaign_rule (
    programme     text          NOT NULL,
    version       integer       NOT NULL,
    category      text          NOT NULL CHECK (category ~ '^[A-Z_]{3,40}$'),
    pension_up_to numeric(12,2) NOT NULL CHECK (pension_up_to >= 0),
    PRIMARY KEY (programme, version, category),
    FOREIGN KEY (programme, version) REFERENCES programme_version
);

COMMENT ON TABLE campaign_rule IS 'Whom a campaign of the programme selects: who holds the category and whose monthly pension is at most the ceiling.';
COMMENT ON COLUMN campaign_rule.programme IS 'The programme.';
COMMENT ON COLUMN campaign_rule.version IS 'Its version.';
COMMENT ON COLUMN campaign_rule.category IS 'The category held in the registry.';
COMMENT ON COLUMN campaign_rule.pension_up_to IS 'Ceiling of the monthly pension in dirhams, itself included.';

INSERT INTO campaign_rule (programme, version, category, pension_up_to) VALUES
    ('AID_ADHA', 1, 'WIDOWED_SPOUSE', 2000.00),
    ('AID_ADHA', 1, 'RETIRED', 2500.00);

CREATE TRIGGER campaign_rule_append_only BEFORE UPDATE OR DELETE ON campaign_rule FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_rule_never_emptied BEFORE TRUNCATE ON campaign_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT ON campaign_rule TO ${app};
