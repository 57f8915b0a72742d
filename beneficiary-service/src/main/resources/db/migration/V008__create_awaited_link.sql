CREATE TABLE awaited_link (
    id              uuid      NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    person_id       uuid      NOT NULL REFERENCES person,
    kind            text      NOT NULL CHECK (kind IN ('SPOUSE', 'CHILD', 'PARENT')),
    other_reference text      NOT NULL,
    held            daterange NOT NULL CHECK (NOT isempty(held) AND NOT lower_inf(held)),
    import_id       uuid      NOT NULL,
    line            bigint    NOT NULL
);

COMMENT ON TABLE awaited_link IS 'A link to a reference that was not known when its line was read; it becomes a link once that person is there.';
COMMENT ON COLUMN awaited_link.id IS 'UUIDv7.';
COMMENT ON COLUMN awaited_link.person_id IS 'This person.';
COMMENT ON COLUMN awaited_link.kind IS 'What this person is to the other.';
COMMENT ON COLUMN awaited_link.other_reference IS 'The reference of the other person.';
COMMENT ON COLUMN awaited_link.held IS 'The period of the link.';
COMMENT ON COLUMN awaited_link.import_id IS 'The import whose line says it.';
COMMENT ON COLUMN awaited_link.line IS 'The line in that file.';

CREATE INDEX awaited_link_by_person ON awaited_link (person_id);
CREATE INDEX awaited_link_by_reference ON awaited_link (other_reference);

GRANT SELECT, INSERT, DELETE ON awaited_link TO ${app};
