CREATE TABLE agent (
    subject  text        NOT NULL PRIMARY KEY,
    username text        NOT NULL CHECK (length(username) BETWEEN 1 AND 200),
    known_at timestamptz NOT NULL
);

COMMENT ON TABLE agent IS 'By which name an account was known when it looked at someone last: the trail itself names nobody.';
COMMENT ON COLUMN agent.subject IS 'Subject of the access token.';
COMMENT ON COLUMN agent.username IS 'The name of the account.';
COMMENT ON COLUMN agent.known_at IS 'When that name was first seen.';

-- The looks at one person, the newest first, among all that the trail says of them.
CREATE INDEX audit_entry_looks ON audit_entry (subject_id, id)
    WHERE action IN ('person-sensitive-read', 'account-read', 'candidate-read', 'person-found-by-number', 'person-exported', 'looks-read',
        'change-request-read', 'shared-account-read', 'correction-read');

GRANT SELECT, INSERT, UPDATE (username, known_at) ON agent TO ${app};
