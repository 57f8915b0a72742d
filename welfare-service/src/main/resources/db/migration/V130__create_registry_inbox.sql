CREATE TABLE registry_inbox (
    id          uuid        NOT NULL PRIMARY KEY,
    person      uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    received_at timestamptz NOT NULL
);

COMMENT ON TABLE registry_inbox IS 'What the registry told, by its ids: what comes twice does nothing twice.';
COMMENT ON COLUMN registry_inbox.id IS 'The id that beneficiary-service gave.';
COMMENT ON COLUMN registry_inbox.person IS 'Whom it concerns.';
COMMENT ON COLUMN registry_inbox.sequence IS 'The order of what concerns one person, whatever the order in which it came.';
COMMENT ON COLUMN registry_inbox.received_at IS 'When it came first.';

GRANT SELECT, INSERT ON registry_inbox TO ${app};
