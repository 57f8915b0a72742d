CREATE TABLE category_period (
    id         uuid      NOT NULL PRIMARY KEY,
    person_id  uuid      NOT NULL REFERENCES person,
    category   text      NOT NULL CHECK (category IN
        ('ACTIVE', 'RETIRED', 'WIDOWED_SPOUSE', 'ORPHAN', 'INJURED_ON_DUTY', 'SPOUSE', 'CHILD', 'PARENT')),
    held       daterange NOT NULL CHECK (NOT isempty(held) AND NOT lower_inf(held)),
    end_reason text      CHECK (end_reason ~ '^[A-Z][A-Z_]{1,39}$'),
    evidence   text      CHECK (length(evidence) BETWEEN 1 AND 200),
    source     text      NOT NULL CHECK (source IN ('IMPORT', 'ENTRY')),
    CONSTRAINT category_period_reason_of_an_end CHECK (end_reason IS NULL OR NOT upper_inf(held)),
    CONSTRAINT category_period_apart EXCLUDE USING gist (person_id WITH =, category WITH =, held WITH &&)
);

COMMENT ON TABLE category_period IS 'A category that a person holds for a period; several categories may be held at once, each once at a time.';
COMMENT ON COLUMN category_period.id IS 'UUIDv7.';
COMMENT ON COLUMN category_period.person_id IS 'Who holds it.';
COMMENT ON COLUMN category_period.category IS 'The category.';
COMMENT ON COLUMN category_period.held IS 'From the first day to the day after the last; without an end while held.';
COMMENT ON COLUMN category_period.end_reason IS 'Why it ended, such as REMARRIED.';
COMMENT ON COLUMN category_period.evidence IS 'The act or decision that shows it; null for what a source announced.';
COMMENT ON COLUMN category_period.source IS 'IMPORT where the source announced it and may take it back, ENTRY where a person entered it.';

CREATE INDEX category_period_by_category ON category_period (category, person_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON category_period TO ${app};
