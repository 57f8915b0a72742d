CREATE TABLE envelope_entry (
    id          uuid          NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    envelope    uuid          NOT NULL REFERENCES envelope,
    kind        text          NOT NULL CHECK (kind IN ('ALLOT', 'CUT', 'RESERVE', 'RELEASE', 'COMMIT', 'UNCOMMIT', 'PAY', 'GIVE_BACK')),
    amount      numeric(12,2) NOT NULL CHECK (amount >= 0),
    cause_type  text          NOT NULL,
    cause       uuid          NOT NULL,
    occurred_at timestamptz   NOT NULL,
    allotted    numeric(12,2) GENERATED ALWAYS AS (CASE kind WHEN 'ALLOT' THEN amount WHEN 'CUT' THEN -amount ELSE 0 END) VIRTUAL,
    reserved    numeric(12,2) GENERATED ALWAYS AS (CASE kind WHEN 'RESERVE' THEN amount WHEN 'RELEASE' THEN -amount WHEN 'COMMIT' THEN -amount ELSE 0 END) VIRTUAL,
    committed   numeric(12,2) GENERATED ALWAYS AS (CASE kind WHEN 'COMMIT' THEN amount WHEN 'UNCOMMIT' THEN -amount WHEN 'PAY' THEN -amount ELSE 0 END) VIRTUAL,
    paid        numeric(12,2) GENERATED ALWAYS AS (CASE kind WHEN 'PAY' THEN amount WHEN 'GIVE_BACK' THEN -amount ELSE 0 END) VIRTUAL
);

COMMENT ON TABLE envelope_entry IS 'Every change of an envelope, in the transaction of its cause; the entries of an envelope sum to its balance.';
COMMENT ON COLUMN envelope_entry.id IS 'UUIDv7.';
COMMENT ON COLUMN envelope_entry.envelope IS 'The envelope.';
COMMENT ON COLUMN envelope_entry.kind IS 'Which way the money moved: ALLOT and CUT change the allotment, the others move inside it.';
COMMENT ON COLUMN envelope_entry.amount IS 'How much, in dirhams.';
COMMENT ON COLUMN envelope_entry.cause_type IS 'Kind of thing that caused it, such as decision or disbursement.';
COMMENT ON COLUMN envelope_entry.cause IS 'Identifier of that thing.';
COMMENT ON COLUMN envelope_entry.occurred_at IS 'When.';
COMMENT ON COLUMN envelope_entry.allotted IS 'What it adds to the allotment.';
COMMENT ON COLUMN envelope_entry.reserved IS 'What it adds to what is reserved.';
COMMENT ON COLUMN envelope_entry.committed IS 'What it adds to what is committed.';
COMMENT ON COLUMN envelope_entry.paid IS 'What it adds to what is paid.';

CREATE INDEX envelope_entry_by_envelope ON envelope_entry (envelope, id);

-- A disbursement is paid once and given back once, whatever a bank file repeats.
CREATE UNIQUE INDEX envelope_entry_paid_once ON envelope_entry (cause, kind) WHERE kind IN ('PAY', 'GIVE_BACK');

CREATE TRIGGER envelope_entry_append_only BEFORE UPDATE OR DELETE ON envelope_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER envelope_entry_never_emptied BEFORE TRUNCATE ON envelope_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON envelope_entry TO ${app};
