-- Of the accounts so far it is not known who entered them; an import may replace them, as it could before.
ALTER TABLE account ADD COLUMN source text NOT NULL DEFAULT 'REGISTRY'
    CHECK (source IN ('ENTRY', 'REGISTRY', 'HR', 'PENSION_FUND'));

COMMENT ON COLUMN account.source IS 'Who announced it: ENTRY where a person entered it, which no file replaces.';
