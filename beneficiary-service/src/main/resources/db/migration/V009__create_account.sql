CREATE TABLE account (
    id          uuid        NOT NULL PRIMARY KEY,
    person_id   uuid        NOT NULL REFERENCES person,
    iban_sealed bytea       NOT NULL,
    iban_index  bytea       NOT NULL,
    used_from   timestamptz NOT NULL,
    used_until  timestamptz CHECK (used_until >= used_from)
);

COMMENT ON TABLE account IS 'The bank accounts of a person, the one in use and those before it; a former account is never removed.';
COMMENT ON COLUMN account.id IS 'UUIDv7, given by the application because the number is bound to it.';
COMMENT ON COLUMN account.person_id IS 'Whose account it is.';
COMMENT ON COLUMN account.iban_sealed IS 'IBAN, AES-GCM bound to this row and column.';
COMMENT ON COLUMN account.iban_index IS 'Blind index of the IBAN (HMAC-SHA256): who uses an account is found without reading any.';
COMMENT ON COLUMN account.used_from IS 'When it was entered.';
COMMENT ON COLUMN account.used_until IS 'When another replaced it; null for the one in use.';

CREATE UNIQUE INDEX account_in_use ON account (person_id) WHERE used_until IS NULL;
CREATE INDEX account_by_iban ON account (iban_index);

GRANT SELECT, INSERT, UPDATE (used_until) ON account TO ${app};
