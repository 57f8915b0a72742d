CREATE TABLE pension_period (
    id            uuid      NOT NULL PRIMARY KEY,
    person_id     uuid      NOT NULL REFERENCES person,
    held          daterange NOT NULL CHECK (NOT isempty(held) AND NOT lower_inf(held)),
    amount_sealed bytea     NOT NULL,
    source        text      NOT NULL CHECK (source IN ('IMPORT', 'ENTRY')),
    CONSTRAINT pension_period_apart EXCLUDE USING gist (person_id WITH =, held WITH &&)
);

COMMENT ON TABLE pension_period IS 'The monthly pension of a person for a period: one at each instant.';
COMMENT ON COLUMN pension_period.id IS 'UUIDv7, given by the application because the amount is bound to it.';
COMMENT ON COLUMN pension_period.person_id IS 'Who receives it.';
COMMENT ON COLUMN pension_period.held IS 'From the first day to the day after the last; without an end while received.';
COMMENT ON COLUMN pension_period.amount_sealed IS 'Dirhams a month with two decimals, AES-GCM bound to this row and column.';
COMMENT ON COLUMN pension_period.source IS 'IMPORT where the source announced it and may take it back, ENTRY where a person entered it.';

CREATE INDEX pension_period_by_person ON pension_period (person_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON pension_period TO ${app};
