CREATE TABLE aid_request_document (
    id         uuid        NOT NULL PRIMARY KEY,
    request    uuid        NOT NULL REFERENCES aid_request,
    kind       text        NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]{2,39}$'),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    media_type text        NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    size       integer     NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    added_by   text        NOT NULL,
    added_at   timestamptz NOT NULL
);

COMMENT ON TABLE aid_request_document IS 'What a family hands in with its request; the bytes stand apart.';
COMMENT ON COLUMN aid_request_document.id IS 'UUIDv7.';
COMMENT ON COLUMN aid_request_document.request IS 'The request.';
COMMENT ON COLUMN aid_request_document.kind IS 'What it proves, such as MEDICAL_CERTIFICATE.';
COMMENT ON COLUMN aid_request_document.name IS 'Name of the file, as given.';
COMMENT ON COLUMN aid_request_document.media_type IS 'What the bytes are, found in them and not in the name.';
COMMENT ON COLUMN aid_request_document.size IS 'Bytes.';
COMMENT ON COLUMN aid_request_document.sha256 IS 'SHA-256 of the bytes, in hexadecimal.';
COMMENT ON COLUMN aid_request_document.added_by IS 'Subject of who added it.';
COMMENT ON COLUMN aid_request_document.added_at IS 'When.';

CREATE INDEX aid_request_document_by_request ON aid_request_document (request, id);

GRANT SELECT, INSERT ON aid_request_document TO ${app};
