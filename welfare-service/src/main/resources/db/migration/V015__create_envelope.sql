CREATE TABLE envelope (
    id         uuid          NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    programme  text          NOT NULL REFERENCES programme,
    office     text          NOT NULL CHECK (office IN ('HQ', 'AGA', 'ALH', 'BEM', 'CAS', 'DAK', 'ERR', 'FES', 'KEN', 'LAA', 'NAD', 'OUJ', 'RAB', 'SAF', 'SAL', 'TAN', 'TAZ', 'TET')),
    year       integer       NOT NULL CHECK (year BETWEEN 2020 AND 2100),
    allotted   numeric(12,2) NOT NULL CHECK (allotted >= 0),
    reserved   numeric(12,2) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    committed  numeric(12,2) NOT NULL DEFAULT 0 CHECK (committed >= 0),
    paid       numeric(12,2) NOT NULL DEFAULT 0 CHECK (paid >= 0),
    version    bigint        NOT NULL DEFAULT 1,
    created_at timestamptz   NOT NULL,
    CONSTRAINT envelope_is_one UNIQUE (programme, office, year),
    CONSTRAINT envelope_never_overspent CHECK (reserved + committed + paid <= allotted)
) WITH (fillfactor = 50);

COMMENT ON TABLE envelope IS 'What a programme may spend through an office, or headquarters, in a budget year. One row is the balance; each change of it has its entry.';
COMMENT ON COLUMN envelope.id IS 'UUIDv7.';
COMMENT ON COLUMN envelope.programme IS 'The programme.';
COMMENT ON COLUMN envelope.office IS 'Code of the regional office, or HQ.';
COMMENT ON COLUMN envelope.year IS 'Budget year.';
COMMENT ON COLUMN envelope.allotted IS 'All that may be spent, in dirhams.';
COMMENT ON COLUMN envelope.reserved IS 'Held for what is approved and not yet ordered.';
COMMENT ON COLUMN envelope.committed IS 'Held for what is ordered and not yet confirmed by the bank.';
COMMENT ON COLUMN envelope.paid IS 'Confirmed by the bank and not returned.';
COMMENT ON COLUMN envelope.version IS 'Counts the changes of the allotment; movements leave it.';
COMMENT ON COLUMN envelope.created_at IS 'When it was opened.';

GRANT SELECT, INSERT, UPDATE (allotted, reserved, committed, paid, version) ON envelope TO ${app};
