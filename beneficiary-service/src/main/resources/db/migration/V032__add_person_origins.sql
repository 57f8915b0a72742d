ALTER TABLE person ADD COLUMN origins jsonb NOT NULL DEFAULT '{}';

COMMENT ON COLUMN person.origins IS 'Who said what stands in a column: ENTRY where a person entered or corrected it, else the source; what is not named came with a file of the whole registry.';
