ALTER TABLE aid_request
    ADD COLUMN instructed_by text,
    ADD CONSTRAINT aid_request_instructor_does_not_decide CHECK (approved_by IS NULL OR approved_by IS DISTINCT FROM instructed_by);

COMMENT ON COLUMN aid_request.instructed_by IS 'Subject of who took it into review; whoever instructs does not decide.';
