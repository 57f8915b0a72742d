CREATE TABLE office (
    code text NOT NULL PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$')
);

COMMENT ON TABLE office IS 'The 17 regional offices that a person may be followed by; regional-office-service keeps what else is known of them.';
COMMENT ON COLUMN office.code IS 'Three letters, as access tokens carry them.';

INSERT INTO office (code) VALUES
    ('AGA'), ('ALH'), ('BEM'), ('CAS'), ('DAK'), ('ERR'), ('FES'), ('KEN'), ('LAA'),
    ('NAD'), ('OUJ'), ('RAB'), ('SAF'), ('SAL'), ('TAN'), ('TAZ'), ('TET');

-- Not validated: see person_province_is_known.
ALTER TABLE person ADD CONSTRAINT person_office_is_known FOREIGN KEY (office) REFERENCES office NOT VALID;

GRANT SELECT ON office TO ${app};
