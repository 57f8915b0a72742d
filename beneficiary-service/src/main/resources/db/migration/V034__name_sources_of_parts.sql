-- Files come from several sources, and each takes back only what it said itself.
ALTER TABLE category_period DROP CONSTRAINT category_period_source_check;
ALTER TABLE pension_period DROP CONSTRAINT pension_period_source_check;
ALTER TABLE person_link DROP CONSTRAINT person_link_source_check;

UPDATE category_period SET source = 'REGISTRY' WHERE source = 'IMPORT';
UPDATE pension_period SET source = 'REGISTRY' WHERE source = 'IMPORT';
UPDATE person_link SET source = 'REGISTRY' WHERE source = 'IMPORT';

ALTER TABLE category_period ADD CONSTRAINT category_period_source_check
    CHECK (source IN ('ENTRY', 'REGISTRY', 'HR', 'PENSION_FUND', 'MUTUAL'));
ALTER TABLE pension_period ADD CONSTRAINT pension_period_source_check
    CHECK (source IN ('ENTRY', 'REGISTRY', 'PENSION_FUND'));
ALTER TABLE person_link ADD CONSTRAINT person_link_source_check
    CHECK (source IN ('ENTRY', 'REGISTRY', 'HR', 'MUTUAL'));
ALTER TABLE awaited_link ADD COLUMN source text NOT NULL DEFAULT 'REGISTRY'
    CHECK (source IN ('REGISTRY', 'HR', 'MUTUAL'));

COMMENT ON COLUMN category_period.source IS 'ENTRY where a person entered it, which no file takes back; else the source that announced it.';
COMMENT ON COLUMN pension_period.source IS 'ENTRY where a person entered it, which no file takes back; else the source that announced it.';
COMMENT ON COLUMN person_link.source IS 'ENTRY where a person entered it, which no file takes back; else the source that announced it.';
COMMENT ON COLUMN awaited_link.source IS 'The source whose file says it.';
