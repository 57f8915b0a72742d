CREATE TABLE person_name (
    person_id uuid   NOT NULL PRIMARY KEY REFERENCES person,
    office    text,
    tokens    text[] NOT NULL
);

COMMENT ON TABLE person_name IS 'What each person''s name is found by; apart from the person, so that other changes leave its index alone.';
COMMENT ON COLUMN person_name.person_id IS 'Whose name it is.';
COMMENT ON COLUMN person_name.office IS 'The office that follows the person, which is looked at first.';
COMMENT ON COLUMN person_name.tokens IS 'Consonant skeletons of the words of both scripts and of neighbouring words joined; words as written begin with =.';

CREATE INDEX person_name_by_token ON person_name USING gin (tokens);

GRANT SELECT, INSERT, UPDATE ON person_name TO ${app};
