CREATE TABLE change_request (
    id             uuid        NOT NULL PRIMARY KEY,
    person_id      uuid        NOT NULL REFERENCES person,
    kind           text        NOT NULL CHECK (kind IN ('IDENTITY', 'ACCOUNT', 'CATEGORY', 'PENSION', 'LINK')),
    content_sealed bytea       NOT NULL,
    account_index  bytea,
    other_id       uuid        REFERENCES person,
    source         text        NOT NULL CHECK (source IN ('ENTRY', 'REGISTRY', 'HR', 'PENSION_FUND')),
    state          text        NOT NULL DEFAULT 'PROPOSED'
        CHECK (state IN ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN')),
    proposed_by    text        NOT NULL,
    proposed_from  text,
    proposed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    renews         uuid        UNIQUE REFERENCES change_request,
    decided_by     text,
    decided_at     timestamptz,
    decided_in     xid8,
    answer_sealed  bytea,
    payable_on     date,
    version        bigint      NOT NULL DEFAULT 1,
    CONSTRAINT change_request_four_eyes CHECK (state NOT IN ('APPROVED', 'REFUSED') OR decided_by <> proposed_by),
    CONSTRAINT change_request_withdrawn_by_its_proposer CHECK (state <> 'WITHDRAWN' OR decided_by = proposed_by),
    CONSTRAINT change_request_decided_whole
        CHECK ((state = 'PROPOSED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT change_request_refused_with_reason CHECK (state <> 'REFUSED' OR answer_sealed IS NOT NULL),
    CONSTRAINT change_request_of_an_account CHECK ((kind = 'ACCOUNT') = (account_index IS NOT NULL)),
    CONSTRAINT change_request_of_a_link CHECK ((kind = 'LINK') = (other_id IS NOT NULL)),
    CONSTRAINT change_request_payable_on CHECK ((kind = 'ACCOUNT' AND state = 'APPROVED') = (payable_on IS NOT NULL)),
    CONSTRAINT change_request_of_a_source CHECK (source = 'ENTRY' OR kind = 'ACCOUNT')
);

COMMENT ON TABLE change_request IS 'A change of identity or money that somebody asks for; it takes effect when another person approves it.';
COMMENT ON COLUMN change_request.id IS 'UUIDv7, given by the application because the content is bound to it.';
COMMENT ON COLUMN change_request.person_id IS 'Whose record it is about.';
COMMENT ON COLUMN change_request.kind IS 'What is to be changed.';
COMMENT ON COLUMN change_request.content_sealed IS 'What stood, what is asked, evidence and reason, AES-GCM bound to this row and column.';
COMMENT ON COLUMN change_request.account_index IS 'Of an account, its blind index: only this account can be entered by the request.';
COMMENT ON COLUMN change_request.other_id IS 'Of a link, the other person: who does not see them does not see the request.';
COMMENT ON COLUMN change_request.source IS 'ENTRY where a person asks, else the source whose file announced another account than the one in use.';
COMMENT ON COLUMN change_request.state IS 'PROPOSED until decided; OVERTAKEN where another change came first or the proposer renewed it.';
COMMENT ON COLUMN change_request.proposed_by IS 'Subject of the access token; for a file, of whoever sent it.';
COMMENT ON COLUMN change_request.proposed_from IS 'Office of the proposer; null at headquarters.';
COMMENT ON COLUMN change_request.proposed_at IS 'When it was asked, by the clock of the database.';
COMMENT ON COLUMN change_request.renews IS 'The overtaken request that this one asks anew.';
COMMENT ON COLUMN change_request.decided_by IS 'Subject of whoever approved, refused or withdrew it, or whose change overtook it.';
COMMENT ON COLUMN change_request.decided_at IS 'When that was, by the clock of the database.';
COMMENT ON COLUMN change_request.decided_in IS 'The transaction that did it: what an approval writes is written with it, and nothing later.';
COMMENT ON COLUMN change_request.answer_sealed IS 'The reason of a refusal or a remark, AES-GCM bound to this row and column.';
COMMENT ON COLUMN change_request.payable_on IS 'Of an approved account, the first day on which anything is paid to it.';
COMMENT ON COLUMN change_request.version IS 'Counts the moves; the ETag.';

CREATE INDEX change_request_by_person ON change_request (person_id, id);
CREATE INDEX change_request_open ON change_request (id) WHERE state = 'PROPOSED';
CREATE INDEX change_request_by_proposer ON change_request (proposed_by, id);

-- The hour of a decision is the database's own, so that nobody can date an approval back.
CREATE FUNCTION decide_change_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'PROPOSED' OR NEW.state = 'PROPOSED' THEN
        RAISE EXCEPTION 'a request for a change is decided once' USING ERRCODE = 'restrict_violation';
    END IF;
    NEW.decided_at := clock_timestamp();
    NEW.decided_in := pg_current_xact_id();
    NEW.version := OLD.version + 1;
    IF NEW.payable_on <= (NEW.decided_at AT TIME ZONE 'Africa/Casablanca')::date THEN
        RAISE EXCEPTION 'nothing is paid to a new account on the day of its approval' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION decide_change_request() IS 'A request is decided once, at this hour, and a new account rests one day at least, whatever is configured.';

CREATE TRIGGER change_request_decided BEFORE UPDATE ON change_request FOR EACH ROW EXECUTE FUNCTION decide_change_request();

-- Whoever asks anew is who asked before: else the first proposer could approve what is the same request.
CREATE FUNCTION renew_change_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM change_request WHERE id = NEW.renews AND person_id = NEW.person_id AND kind = NEW.kind
            AND proposed_by = NEW.proposed_by AND state = 'OVERTAKEN') THEN
        RAISE EXCEPTION 'a request is renewed by its own proposer, for the same person' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION renew_change_request() IS 'A renewed request keeps person, kind and proposer.';

CREATE TRIGGER change_request_renewed BEFORE INSERT ON change_request FOR EACH ROW WHEN (NEW.renews IS NOT NULL)
    EXECUTE FUNCTION renew_change_request();

GRANT SELECT, INSERT (id, person_id, kind, content_sealed, account_index, other_id, source, proposed_by, proposed_from, renews),
    UPDATE (state, decided_by, answer_sealed, payable_on) ON change_request TO ${app};
