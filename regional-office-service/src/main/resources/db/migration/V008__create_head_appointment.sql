CREATE TABLE head_appointment (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    office          text        NOT NULL REFERENCES office (code),
    username        text        NOT NULL,
    name_ar         text        NOT NULL,
    name_fr         text        NOT NULL,
    decision_number text        NOT NULL,
    starts_on       date        NOT NULL,
    ends_on         date        CHECK (ends_on > starts_on),
    appointed_by    text        NOT NULL,
    appointed_at    timestamptz NOT NULL,
    CONSTRAINT head_appointment_never_overlaps
        EXCLUDE USING gist (office WITH =, daterange(starts_on, ends_on) WITH &&),
    CONSTRAINT head_appointment_by_one_decision UNIQUE (office, decision_number)
);

COMMENT ON TABLE head_appointment IS 'Who heads each office from when to when, by which decision; a row is only ever ended, and the next one begins.';
COMMENT ON COLUMN head_appointment.id IS 'UUIDv7.';
COMMENT ON COLUMN head_appointment.office IS 'The office headed.';
COMMENT ON COLUMN head_appointment.username IS 'The account that acts as head.';
COMMENT ON COLUMN head_appointment.name_ar IS 'The head''s name in Arabic.';
COMMENT ON COLUMN head_appointment.name_fr IS 'The head''s name in Latin script.';
COMMENT ON COLUMN head_appointment.decision_number IS 'Number of the decision that appoints; one decision may appoint to several offices, and to each once.';
COMMENT ON COLUMN head_appointment.starts_on IS 'First day of service, in Africa/Casablanca.';
COMMENT ON COLUMN head_appointment.ends_on IS 'The day after the last; null while no successor is appointed.';
COMMENT ON COLUMN head_appointment.appointed_by IS 'Subject of the access token that recorded it.';
COMMENT ON COLUMN head_appointment.appointed_at IS 'When it was recorded.';

CREATE TRIGGER head_appointment_only_ended BEFORE UPDATE ON head_appointment FOR EACH ROW EXECUTE FUNCTION refuse_all_but_end('ends_on');
CREATE TRIGGER head_appointment_never_removed BEFORE DELETE ON head_appointment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER head_appointment_never_emptied BEFORE TRUNCATE ON head_appointment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE (ends_on) ON head_appointment TO ${app};
