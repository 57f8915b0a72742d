CREATE TABLE source_record (
    source       text        NOT NULL CHECK (source IN ('REGISTRY', 'HR', 'PENSION_FUND', 'MUTUAL')),
    reference    text        NOT NULL CHECK (length(reference) BETWEEN 1 AND 40),
    person_id    uuid        NOT NULL REFERENCES person,
    digest       bytea       NOT NULL,
    absent_since timestamptz,
    PRIMARY KEY (source, reference)
);

COMMENT ON TABLE source_record IS 'What each source calls a person, and what it said last: the same row again touches nothing.';
COMMENT ON COLUMN source_record.source IS 'The source.';
COMMENT ON COLUMN source_record.reference IS 'Its key of the person.';
COMMENT ON COLUMN source_record.person_id IS 'The person.';
COMMENT ON COLUMN source_record.digest IS 'HMAC-SHA256 of the last row taken in.';
COMMENT ON COLUMN source_record.absent_since IS 'Since when a file declared complete lacks the person; null while present. Nothing is deleted for that.';

INSERT INTO source_record (source, reference, person_id, digest)
SELECT 'REGISTRY', reference, id, import_digest FROM person WHERE import_digest IS NOT NULL;

CREATE INDEX source_record_by_person ON source_record (person_id);

ALTER TABLE person DROP COLUMN import_digest;

GRANT SELECT, INSERT, UPDATE ON source_record TO ${app};
