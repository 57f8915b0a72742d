CREATE TABLE aid_request_move (
    id           uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    request      uuid        NOT NULL REFERENCES aid_request,
    from_state   text,
    to_state     text        NOT NULL,
    actor        text        NOT NULL,
    actor_office text,
    occurred_at  timestamptz NOT NULL,
    reasons      text
);

COMMENT ON TABLE aid_request_move IS 'Every step in the life of a request, in the transaction of the step.';
COMMENT ON COLUMN aid_request_move.id IS 'UUIDv7.';
COMMENT ON COLUMN aid_request_move.request IS 'The request.';
COMMENT ON COLUMN aid_request_move.from_state IS 'State before; null for the opening.';
COMMENT ON COLUMN aid_request_move.to_state IS 'State after.';
COMMENT ON COLUMN aid_request_move.actor IS 'Subject of who moved it, or system.';
COMMENT ON COLUMN aid_request_move.actor_office IS 'Their office at that instant; null at headquarters.';
COMMENT ON COLUMN aid_request_move.occurred_at IS 'When.';
COMMENT ON COLUMN aid_request_move.reasons IS 'Why, in the words given; a refusal always has them.';

CREATE INDEX aid_request_move_by_request ON aid_request_move (request, id);

CREATE TRIGGER aid_request_move_append_only BEFORE UPDATE OR DELETE ON aid_request_move FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER aid_request_move_never_emptied BEFORE TRUNCATE ON aid_request_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON aid_request_move TO ${app};
