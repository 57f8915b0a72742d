-- Rows of before have no keys yet: the service makes them at its next start, since it alone knows how.
DROP INDEX person_name_by_token;

ALTER TABLE person_name
    DROP COLUMN tokens,
    ADD COLUMN keys     int[]    NOT NULL DEFAULT '{}',
    ADD COLUMN born_key integer,
    ADD COLUMN method   smallint NOT NULL DEFAULT 0;

COMMENT ON COLUMN person_name.keys IS 'A number for each word of the name in either script, and one for each two words of one script: whoever has two words that are asked for has their number.';
COMMENT ON COLUMN person_name.born_key IS 'The same for those of one year of birth whose Arabic names have the same consonants; null until made.';
COMMENT ON COLUMN person_name.method IS 'How the keys were made; those of an older way are made anew.';

-- A long list of entries that wait would be read by every search.
CREATE INDEX person_name_by_key ON person_name USING gin (keys) WITH (gin_pending_list_limit = 256);
CREATE INDEX person_name_by_born_key ON person_name (born_key);
CREATE INDEX person_name_to_renew ON person_name (person_id) WHERE method < 1;
