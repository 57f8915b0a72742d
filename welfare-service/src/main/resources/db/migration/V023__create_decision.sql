CREATE TABLE decision (
    id                uuid          NOT NULL PRIMARY KEY,
    request           uuid          NOT NULL REFERENCES aid_request,
    outcome           text          NOT NULL CHECK (outcome IN ('APPROVED', 'REJECTED')),
    programme         text          NOT NULL,
    programme_version integer       NOT NULL,
    amount            numeric(12,2) NOT NULL CHECK (amount > 0),
    envelope          uuid          REFERENCES envelope,
    proposed_by       text          NOT NULL,
    proposal_reasons  text          NOT NULL,
    decided_by        text          NOT NULL,
    reasons           text          NOT NULL,
    decided_at        timestamptz   NOT NULL,
    corrects          uuid          REFERENCES decision,
    CONSTRAINT decision_four_eyes CHECK (decided_by IS DISTINCT FROM proposed_by),
    CONSTRAINT decision_has_envelope CHECK (outcome = 'REJECTED' OR envelope IS NOT NULL),
    FOREIGN KEY (programme, programme_version) REFERENCES programme_version
);

COMMENT ON TABLE decision IS 'What was decided on a request, by whom and why. It never changes; a correction is a new one that names the old.';
COMMENT ON COLUMN decision.id IS 'UUIDv7.';
COMMENT ON COLUMN decision.request IS 'The request.';
COMMENT ON COLUMN decision.outcome IS 'APPROVED or REJECTED.';
COMMENT ON COLUMN decision.programme IS 'The programme.';
COMMENT ON COLUMN decision.programme_version IS 'The version whose rules it was decided under.';
COMMENT ON COLUMN decision.amount IS 'Amount granted, or refused, in dirhams.';
COMMENT ON COLUMN decision.envelope IS 'The envelope that the amount is reserved in; null where it was rejected.';
COMMENT ON COLUMN decision.proposed_by IS 'Subject of who proposed.';
COMMENT ON COLUMN decision.proposal_reasons IS 'Reasons of the proposal.';
COMMENT ON COLUMN decision.decided_by IS 'Subject of who decided; never who proposed.';
COMMENT ON COLUMN decision.reasons IS 'Reasons of the decision, in writing.';
COMMENT ON COLUMN decision.decided_at IS 'When.';
COMMENT ON COLUMN decision.corrects IS 'The decision that this one corrects.';

CREATE INDEX decision_by_request ON decision (request);

CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_never_emptied BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON decision TO ${app};

ALTER TABLE aid_request ADD CONSTRAINT aid_request_decision_exists FOREIGN KEY (decision) REFERENCES decision;
