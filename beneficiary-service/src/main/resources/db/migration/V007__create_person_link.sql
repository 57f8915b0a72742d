CREATE TABLE person_link (
    id        uuid      NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    person_id uuid      NOT NULL REFERENCES person,
    kind      text      NOT NULL CHECK (kind IN ('SPOUSE', 'CHILD', 'PARENT')),
    other_id  uuid      NOT NULL REFERENCES person,
    held      daterange NOT NULL CHECK (NOT isempty(held) AND NOT lower_inf(held)),
    source    text      NOT NULL CHECK (source IN ('IMPORT', 'ENTRY')),
    CONSTRAINT person_link_to_another CHECK (person_id <> other_id),
    CONSTRAINT person_link_apart EXCLUDE USING gist (person_id WITH =, kind WITH =, other_id WITH =, held WITH &&)
);

COMMENT ON TABLE person_link IS 'This person is the spouse, child or parent of the other for a period.';
COMMENT ON COLUMN person_link.id IS 'UUIDv7.';
COMMENT ON COLUMN person_link.person_id IS 'This person.';
COMMENT ON COLUMN person_link.kind IS 'What this person is to the other.';
COMMENT ON COLUMN person_link.other_id IS 'The other person.';
COMMENT ON COLUMN person_link.held IS 'From the first day to the day after the last; without an end while it lasts.';
COMMENT ON COLUMN person_link.source IS 'IMPORT where the source announced it and may take it back, ENTRY where a person entered it.';

CREATE INDEX person_link_by_other ON person_link (other_id);

GRANT SELECT, INSERT, DELETE ON person_link TO ${app};
