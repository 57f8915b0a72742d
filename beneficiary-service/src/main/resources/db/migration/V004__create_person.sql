CREATE TABLE person (
    id                uuid        NOT NULL PRIMARY KEY,
    reference         text        NOT NULL UNIQUE CHECK (length(reference) BETWEEN 1 AND 40),
    matricule         text        CHECK (length(matricule) BETWEEN 1 AND 20),
    cin_sealed        bytea,
    cin_index         bytea,
    cin_verified      boolean,
    family_name_ar    text        NOT NULL CHECK (length(family_name_ar) BETWEEN 1 AND 120),
    given_name_ar     text        NOT NULL CHECK (length(given_name_ar) BETWEEN 1 AND 120),
    family_name_latin text        NOT NULL CHECK (length(family_name_latin) BETWEEN 1 AND 120),
    given_name_latin  text        NOT NULL CHECK (length(given_name_latin) BETWEEN 1 AND 120),
    sex               text        NOT NULL CHECK (sex IN ('F', 'M')),
    birth_date        date        NOT NULL,
    death_date        date        CHECK (death_date >= birth_date),
    province          text        CHECK (province ~ '^MA-[A-Z]{3}$'),
    office            text        CHECK (office ~ '^[A-Z]{3}$'),
    account_problem   text,
    import_digest     bytea,
    version           bigint      NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    CONSTRAINT person_cin_is_whole CHECK (num_nonnulls(cin_sealed, cin_index, cin_verified) IN (0, 3))
);

CREATE SEQUENCE person_reference;

COMMENT ON TABLE person IS 'A person of the registry: an adherent or an entitled relative.';
COMMENT ON COLUMN person.id IS 'UUIDv7, given by the application because the sealed columns are bound to it.';
COMMENT ON COLUMN person.reference IS 'The key that the source gave, such as CMR-000123; RY-000123 where the person was entered by hand.';
COMMENT ON COLUMN person.matricule IS 'Professional number.';
COMMENT ON COLUMN person.cin_sealed IS 'Number of the identity card, AES-GCM bound to this row and column.';
COMMENT ON COLUMN person.cin_index IS 'Blind index of the number (HMAC-SHA256): equal numbers are found without being read.';
COMMENT ON COLUMN person.cin_verified IS 'Whether the number is well formed; one that is not is kept, never refused.';
COMMENT ON COLUMN person.family_name_ar IS 'Family name in Arabic script.';
COMMENT ON COLUMN person.given_name_ar IS 'Given name in Arabic script.';
COMMENT ON COLUMN person.family_name_latin IS 'Family name in Latin script.';
COMMENT ON COLUMN person.given_name_latin IS 'Given name in Latin script.';
COMMENT ON COLUMN person.sex IS 'F or M.';
COMMENT ON COLUMN person.birth_date IS 'Day of birth.';
COMMENT ON COLUMN person.death_date IS 'Day of death; null while none is known.';
COMMENT ON COLUMN person.province IS 'Code of the province of residence.';
COMMENT ON COLUMN person.office IS 'Code of the regional office that follows the person; null where none does yet.';
COMMENT ON COLUMN person.account_problem IS 'Why the account that the source announced last was refused; null once a good one is known.';
COMMENT ON COLUMN person.import_digest IS 'HMAC-SHA256 of the last line imported: the same line again touches nothing.';
COMMENT ON COLUMN person.version IS 'Counts the changes; the ETag.';
COMMENT ON COLUMN person.created_at IS 'When the person was entered.';
COMMENT ON COLUMN person.changed_at IS 'When the person was changed last.';

CREATE INDEX person_by_cin ON person (cin_index) WHERE cin_index IS NOT NULL;
CREATE INDEX person_by_matricule ON person (matricule) WHERE matricule IS NOT NULL;
CREATE INDEX person_by_office ON person (office, id);

GRANT SELECT, INSERT, UPDATE ON person TO ${app};
GRANT USAGE ON SEQUENCE person_reference TO ${app};
