CREATE TABLE outbox (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind ~ '^[a-z-]{3,40}$'),
    aggregate       uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_fault      text,
    delivered_at    timestamptz
);

COMMENT ON TABLE outbox IS 'What has to leave the service: written in the transaction that decided it, delivered afterwards at least once, in order for each aggregate.';
COMMENT ON COLUMN outbox.id IS 'UUIDv7; its order is the order of delivery.';
COMMENT ON COLUMN outbox.kind IS 'What is to be delivered, such as payment-file.';
COMMENT ON COLUMN outbox.aggregate IS 'The thing that it is about.';
COMMENT ON COLUMN outbox.created_at IS 'When it was decided.';
COMMENT ON COLUMN outbox.next_attempt_at IS 'Not tried before; later after each fault.';
COMMENT ON COLUMN outbox.attempts IS 'How many deliveries have failed.';
COMMENT ON COLUMN outbox.last_fault IS 'Kind of the last fault; never a personal value.';
COMMENT ON COLUMN outbox.delivered_at IS 'When it was delivered; null while it waits.';

CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL;

GRANT SELECT, INSERT, UPDATE (next_attempt_at, attempts, last_fault, delivered_at) ON outbox TO ${app};
