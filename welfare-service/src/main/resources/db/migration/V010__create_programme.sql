CREATE TABLE programme (
    code       text NOT NULL PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]{2,39}$'),
    name_fr    text NOT NULL,
    name_ar    text NOT NULL,
    provider   text NOT NULL CHECK (provider IN ('FOUNDATION', 'MUTUAL')),
    kind       text NOT NULL,
    evidence   text NOT NULL CHECK (evidence IN ('found', 'plausible')),
    conditions text NOT NULL
);

COMMENT ON TABLE programme IS 'The catalogue of aid; what a programme pays and demands stands in its versions.';
COMMENT ON COLUMN programme.code IS 'The name that files and envelopes use.';
COMMENT ON COLUMN programme.name_fr IS 'Name in French.';
COMMENT ON COLUMN programme.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN programme.provider IS 'FOUNDATION or MUTUAL.';
COMMENT ON COLUMN programme.kind IS 'What is given, in words.';
COMMENT ON COLUMN programme.evidence IS 'found: announced in public; plausible: usual at sister foundations.';
COMMENT ON COLUMN programme.conditions IS 'Who may have it, in words.';

GRANT SELECT ON programme TO ${app};
