CREATE TABLE province (
    code text NOT NULL PRIMARY KEY CHECK (code ~ '^MA-[A-Z]{3}$')
);

COMMENT ON TABLE province IS 'The 75 provinces and prefectures that a person may live in; regional-office-service keeps their names and offices.';
COMMENT ON COLUMN province.code IS 'ISO 3166-2 code.';

INSERT INTO province (code) VALUES
    ('MA-AGD'), ('MA-AOU'), ('MA-ASZ'), ('MA-AZI'), ('MA-BEM'), ('MA-BER'), ('MA-BES'), ('MA-BOD'), ('MA-BOM'), ('MA-BRR'),
    ('MA-CAS'), ('MA-CHE'), ('MA-CHI'), ('MA-CHT'), ('MA-DRI'), ('MA-ERR'), ('MA-ESI'), ('MA-ESM'), ('MA-FAH'), ('MA-FES'),
    ('MA-FIG'), ('MA-FQH'), ('MA-GUE'), ('MA-GUF'), ('MA-HAJ'), ('MA-HAO'), ('MA-HOC'), ('MA-IFR'), ('MA-INE'), ('MA-JDI'),
    ('MA-JRA'), ('MA-KEN'), ('MA-KES'), ('MA-KHE'), ('MA-KHN'), ('MA-KHO'), ('MA-LAA'), ('MA-LAR'), ('MA-MAR'), ('MA-MDF'),
    ('MA-MED'), ('MA-MEK'), ('MA-MID'), ('MA-MOH'), ('MA-MOU'), ('MA-NAD'), ('MA-NOU'), ('MA-OUA'), ('MA-OUD'), ('MA-OUJ'),
    ('MA-OUZ'), ('MA-RAB'), ('MA-REH'), ('MA-SAF'), ('MA-SAL'), ('MA-SEF'), ('MA-SET'), ('MA-SIB'), ('MA-SIF'), ('MA-SIK'),
    ('MA-SIL'), ('MA-SKH'), ('MA-TAF'), ('MA-TAI'), ('MA-TAO'), ('MA-TAR'), ('MA-TAT'), ('MA-TAZ'), ('MA-TET'), ('MA-TIN'),
    ('MA-TIZ'), ('MA-TNG'), ('MA-TNT'), ('MA-YUS'), ('MA-ZAG');

-- Not validated: a code that was taken before it was looked up stays until someone corrects it, and no new one comes.
ALTER TABLE person ADD CONSTRAINT person_province_is_known FOREIGN KEY (province) REFERENCES province NOT VALID;

GRANT SELECT ON province TO ${app};
