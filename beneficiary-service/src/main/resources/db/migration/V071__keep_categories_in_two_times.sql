ALTER TABLE category_period
    ADD COLUMN known_from        bigint NOT NULL DEFAULT 0 REFERENCES knowledge,
    ADD COLUMN known_until       bigint REFERENCES knowledge,
    ADD COLUMN stated            daterange CHECK (NOT isempty(stated) AND NOT lower_inf(stated)),
    ADD COLUMN stated_end_reason text CHECK (stated_end_reason ~ '^[A-Z][A-Z_]{1,39}$'),
    ADD COLUMN founded_by        uuid,
    ADD COLUMN ended_by          uuid,
    DROP CONSTRAINT category_period_source_check,
    DROP CONSTRAINT category_period_apart;
ALTER TABLE category_period
    ALTER COLUMN known_from SET DEFAULT knowledge_now(),
    ADD CONSTRAINT category_period_source_check
        CHECK (source IN ('ENTRY', 'EVENT', 'REGISTRY', 'HR', 'PENSION_FUND', 'MUTUAL')),
    ADD CONSTRAINT category_period_founded CHECK ((source = 'EVENT') = (founded_by IS NOT NULL)),
    ADD CONSTRAINT category_period_apart
        EXCLUDE USING gist (person_id WITH =, category WITH =, held WITH &&) WHERE (known_until IS NULL);

COMMENT ON TABLE category_period IS 'A category that a person holds for a period, and when that was known; what is known now holds each category once at a time.';
COMMENT ON COLUMN category_period.source IS 'ENTRY where a person entered it, which no file takes back; EVENT where an event founds it; else the source that announced it.';
COMMENT ON COLUMN category_period.known_from IS 'In which knowledge it began to be known.';
COMMENT ON COLUMN category_period.known_until IS 'In which knowledge it was corrected or taken back; null while it is what is known.';
COMMENT ON COLUMN category_period.stated IS 'The period as its source states it, where an event or an age ended it otherwise.';
COMMENT ON COLUMN category_period.stated_end_reason IS 'Why it ends as its source states it.';
COMMENT ON COLUMN category_period.founded_by IS 'The life event that opened it.';
COMMENT ON COLUMN category_period.ended_by IS 'The life event that ended it.';

CREATE TRIGGER category_period_kept BEFORE UPDATE ON category_period FOR EACH ROW EXECUTE FUNCTION keep_knowledge();
CREATE TRIGGER category_period_stays BEFORE DELETE ON category_period FOR EACH ROW EXECUTE FUNCTION keep_past();

REVOKE INSERT, UPDATE, DELETE ON category_period FROM ${app};
GRANT INSERT (id, person_id, category, held, end_reason, evidence, source, stated, stated_end_reason, founded_by, ended_by),
    UPDATE (known_until) ON category_period TO ${app};
