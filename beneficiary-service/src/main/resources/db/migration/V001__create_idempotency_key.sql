CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    operation    text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       smallint,
    headers      jsonb,
    body         text,
    created_at   timestamptz NOT NULL,
    kept_until   timestamptz,
    PRIMARY KEY (caller, key)
);

COMMENT ON TABLE idempotency_key IS 'The answer given to each POST that carried an Idempotency-Key, written in the transaction of its effect.';
COMMENT ON COLUMN idempotency_key.caller IS 'Subject of the access token: a key belongs to one caller.';
COMMENT ON COLUMN idempotency_key.key IS 'What the caller chose.';
COMMENT ON COLUMN idempotency_key.operation IS 'The operation called.';
COMMENT ON COLUMN idempotency_key.request_hash IS 'SHA-256 of method, address and body: the same key with another request is refused.';
COMMENT ON COLUMN idempotency_key.status IS 'HTTP status answered.';
COMMENT ON COLUMN idempotency_key.headers IS 'Location and ETag answered.';
COMMENT ON COLUMN idempotency_key.body IS 'Body answered, as JSON text.';
COMMENT ON COLUMN idempotency_key.created_at IS 'When the first request came.';
COMMENT ON COLUMN idempotency_key.kept_until IS 'When the answer may be forgotten; null for never.';

CREATE INDEX idempotency_key_by_end ON idempotency_key (kept_until) WHERE kept_until IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ${app};
