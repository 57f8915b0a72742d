CREATE TABLE person_merge (
    id               uuid        NOT NULL PRIMARY KEY,
    kind             text        NOT NULL CHECK (kind IN ('MERGE', 'UNMERGE')),
    survivor         uuid        NOT NULL REFERENCES person,
    merged           uuid        NOT NULL REFERENCES person,
    undoes           uuid        REFERENCES person_merge,
    state            text        NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'DONE', 'REJECTED', 'WITHDRAWN')),
    choices          jsonb       NOT NULL,
    lines            uuid[]      NOT NULL,
    requests         uuid[]      NOT NULL DEFAULT '{}',
    reason_sealed    bytea       NOT NULL,
    survivor_version bigint      NOT NULL,
    merged_version   bigint      NOT NULL,
    proposed_by      text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    decided_by       text,
    decided_at       timestamptz,
    decision_sealed  bytea,
    version          bigint      NOT NULL DEFAULT 1,
    CONSTRAINT person_merge_of_two CHECK (survivor <> merged),
    CONSTRAINT person_merge_requests_of_an_unmerge CHECK (kind = 'UNMERGE' OR requests = '{}'),
    CONSTRAINT person_merge_undoes CHECK ((kind = 'UNMERGE') = (undoes IS NOT NULL)),
    CONSTRAINT person_merge_decided CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'PROPOSED' THEN 2 ELSE 0 END),
    CONSTRAINT person_merge_four_eyes CHECK (state IN ('PROPOSED', 'WITHDRAWN') OR decided_by <> proposed_by),
    CONSTRAINT person_merge_withdrawn CHECK (state <> 'WITHDRAWN' OR decided_by = proposed_by)
);

COMMENT ON TABLE person_merge IS 'That two records are one person, or are two again: proposed by one person, approved by another.';
COMMENT ON COLUMN person_merge.id IS 'UUIDv7.';
COMMENT ON COLUMN person_merge.kind IS 'MERGE, or UNMERGE of one that was done.';
COMMENT ON COLUMN person_merge.survivor IS 'The record that stays.';
COMMENT ON COLUMN person_merge.merged IS 'The record that answers as the survivor.';
COMMENT ON COLUMN person_merge.undoes IS 'The merge that is undone.';
COMMENT ON COLUMN person_merge.state IS 'PROPOSED, then DONE, REJECTED by another person, or WITHDRAWN by the proposer.';
COMMENT ON COLUMN person_merge.choices IS 'Of each field in which they differ, whose value stands; names of fields, never values.';
COMMENT ON COLUMN person_merge.lines IS 'Of a merge, the rows that do not stand; of an unmerge, the rows entered since that belong to the other.';
COMMENT ON COLUMN person_merge.requests IS 'Of an unmerge, the requests for aid made on the survivor since that are the other''s; welfare-service is told.';
COMMENT ON COLUMN person_merge.reason_sealed IS 'Why, in the words of who proposed it, AES-GCM bound to this row and column.';
COMMENT ON COLUMN person_merge.survivor_version IS 'The version of the survivor that the proposer saw.';
COMMENT ON COLUMN person_merge.merged_version IS 'The version of the other record that the proposer saw.';
COMMENT ON COLUMN person_merge.proposed_by IS 'Subject of who proposed it.';
COMMENT ON COLUMN person_merge.proposed_at IS 'When.';
COMMENT ON COLUMN person_merge.decided_by IS 'Subject of who approved or rejected it: never the proposer; of the proposer where withdrawn.';
COMMENT ON COLUMN person_merge.decided_at IS 'When.';
COMMENT ON COLUMN person_merge.decision_sealed IS 'Why it was rejected, AES-GCM bound to this row and column.';
COMMENT ON COLUMN person_merge.version IS 'Counts the changes; the ETag.';

CREATE UNIQUE INDEX person_merge_open_of_merged ON person_merge (merged) WHERE state = 'PROPOSED';
CREATE INDEX person_merge_by_state ON person_merge (state, id);
CREATE INDEX person_merge_by_survivor ON person_merge (survivor);

CREATE FUNCTION keep_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'PROPOSED' THEN
        RAISE EXCEPTION 'what was decided of a merge stands' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_merge() IS 'A proposal is decided once.';
CREATE TRIGGER person_merge_kept BEFORE UPDATE ON person_merge FOR EACH ROW EXECUTE FUNCTION keep_merge();

-- A proposal enters as one: nobody enters one that is decided already.
CREATE FUNCTION propose_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'PROPOSED' THEN
        RAISE EXCEPTION 'a merge is proposed first' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION propose_merge() IS 'A merge begins as a proposal.';
CREATE TRIGGER person_merge_proposed BEFORE INSERT ON person_merge FOR EACH ROW EXECUTE FUNCTION propose_merge();
CREATE TRIGGER person_merge_stays BEFORE DELETE ON person_merge FOR EACH ROW EXECUTE FUNCTION keep_past();

GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision_sealed, version) ON person_merge TO ${app};
