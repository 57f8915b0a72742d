CREATE TABLE correction_request (
    id            uuid        NOT NULL PRIMARY KEY,
    person_id     uuid        NOT NULL REFERENCES person,
    said_sealed   bytea,
    state         text        NOT NULL CHECK (state IN ('FILED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    filed_by      text        NOT NULL,
    filed_as      text        NOT NULL CHECK (filed_as IN ('PERSON', 'OFFICER')),
    filed_at      timestamptz NOT NULL,
    answered_by   text,
    answered_at   timestamptz,
    answer_sealed bytea,
    CONSTRAINT correction_request_two_people CHECK (answered_by <> filed_by OR state = 'WITHDRAWN'),
    CONSTRAINT correction_request_answered_whole CHECK ((state = 'FILED') = (answered_at IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL))
);

COMMENT ON TABLE correction_request IS 'What a person, or an officer for them, says is wrong in the record, and what was answered (Law 09-08, article 8).';
COMMENT ON COLUMN correction_request.id IS 'UUIDv7, given by the application because the texts are bound to it.';
COMMENT ON COLUMN correction_request.person_id IS 'Whose record it is about.';
COMMENT ON COLUMN correction_request.said_sealed IS 'What is wrong and how it should be, AES-GCM bound to this row and column; null once erased.';
COMMENT ON COLUMN correction_request.state IS 'FILED until answered, then ACCEPTED or REFUSED, or WITHDRAWN by whoever filed it.';
COMMENT ON COLUMN correction_request.filed_by IS 'Subject of whoever filed it.';
COMMENT ON COLUMN correction_request.filed_as IS 'PERSON where it was the person themselves, OFFICER where someone of the institution filed it for them.';
COMMENT ON COLUMN correction_request.filed_at IS 'When it was filed.';
COMMENT ON COLUMN correction_request.answered_by IS 'Subject of the registry manager who answered, or of whoever withdrew it.';
COMMENT ON COLUMN correction_request.answered_at IS 'When that was.';
COMMENT ON COLUMN correction_request.answer_sealed IS 'The reasons of the answer, AES-GCM bound to this row and column; null without one, or once erased.';

CREATE INDEX correction_request_by_person ON correction_request (person_id, id);
CREATE INDEX correction_request_open ON correction_request (id) WHERE state = 'FILED';

CREATE FUNCTION keep_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'FILED' AND (NEW.state, NEW.answered_by, NEW.answered_at) IS DISTINCT FROM (OLD.state, OLD.answered_by, OLD.answered_at) THEN
        RAISE EXCEPTION 'an answer that was given stands' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_answered() IS 'A request for correction is answered once.';

CREATE TRIGGER correction_request_kept BEFORE UPDATE ON correction_request FOR EACH ROW EXECUTE FUNCTION keep_answered();

GRANT SELECT, INSERT, UPDATE (state, answered_by, answered_at, answer_sealed) ON correction_request TO ${app};
