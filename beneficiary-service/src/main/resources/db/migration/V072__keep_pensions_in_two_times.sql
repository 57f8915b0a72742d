ALTER TABLE pension_period
    ADD COLUMN known_from  bigint NOT NULL DEFAULT 0 REFERENCES knowledge,
    ADD COLUMN known_until bigint REFERENCES knowledge,
    DROP CONSTRAINT pension_period_apart;
ALTER TABLE pension_period
    ALTER COLUMN known_from SET DEFAULT knowledge_now(),
    ADD CONSTRAINT pension_period_apart EXCLUDE USING gist (person_id WITH =, held WITH &&) WHERE (known_until IS NULL);

COMMENT ON TABLE pension_period IS 'The monthly pension of a person for a period, and when that was known; what is known now has one at each instant.';
COMMENT ON COLUMN pension_period.known_from IS 'In which knowledge it began to be known.';
COMMENT ON COLUMN pension_period.known_until IS 'In which knowledge it was corrected or taken back; null while it is what is known.';

CREATE TRIGGER pension_period_kept BEFORE UPDATE ON pension_period FOR EACH ROW EXECUTE FUNCTION keep_knowledge();
CREATE TRIGGER pension_period_stays BEFORE DELETE ON pension_period FOR EACH ROW EXECUTE FUNCTION keep_past();

REVOKE INSERT, UPDATE, DELETE ON pension_period FROM ${app};
GRANT INSERT (id, person_id, held, amount_sealed, source), UPDATE (known_until) ON pension_period TO ${app};
