ALTER TABLE aid_request ADD COLUMN instructors text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN aid_request.instructors IS 'Subjects of everybody who took it into review, asked for complements or took them in, kept by a trigger: none of them decides.';

UPDATE aid_request r SET instructors = (
    SELECT coalesce(array_agg(actor ORDER BY id), '{}') FROM aid_request_move m
    WHERE m.request = r.id AND m.from_state || '>' || m.to_state
        IN ('SUBMITTED>UNDER_REVIEW', 'UNDER_REVIEW>COMPLEMENT_REQUESTED', 'COMPLEMENT_REQUESTED>UNDER_REVIEW')
      -- What was decided before stands as it was decided: who approved then is not named here, and the moves tell it all the same.
      AND m.actor IS DISTINCT FROM r.approved_by);

ALTER TABLE aid_request
    ADD CONSTRAINT aid_request_no_instructor_decides CHECK (approved_by <> ALL (instructors));

GRANT UPDATE (instructors) ON aid_request TO ${app};

CREATE FUNCTION keep_instructors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    move text := OLD.state || '>' || NEW.state;
BEGIN
    IF move = 'SUBMITTED>UNDER_REVIEW' AND NEW.instructed_by IS NOT NULL THEN
        NEW.instructors := OLD.instructors || NEW.instructed_by;
    ELSIF move IN ('UNDER_REVIEW>COMPLEMENT_REQUESTED', 'COMPLEMENT_REQUESTED>UNDER_REVIEW') THEN
        IF cardinality(NEW.instructors) IS DISTINCT FROM cardinality(OLD.instructors) + 1
           OR NEW.instructors[1:cardinality(OLD.instructors)] IS DISTINCT FROM OLD.instructors THEN
            RAISE EXCEPTION 'who instructs aid request % is named with each step', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF move = 'SUBMITTED>UNDER_REVIEW' OR NEW.instructors IS DISTINCT FROM OLD.instructors THEN
        RAISE EXCEPTION 'who instructed aid request % stands, and nobody reviews it without a name', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_instructors() IS 'Each step of the instruction adds who made it to the instructors, and nothing else does.';

CREATE TRIGGER aid_request_instructors_kept BEFORE UPDATE ON aid_request FOR EACH ROW
    WHEN (NEW.instructors IS DISTINCT FROM OLD.instructors
        OR NEW.state IS DISTINCT FROM OLD.state AND NEW.state IN ('UNDER_REVIEW', 'COMPLEMENT_REQUESTED') AND OLD.state <> 'PROPOSED')
    EXECUTE FUNCTION keep_instructors();

-- The history names the same person: what the request says of its instructors is what was done.
CREATE OR REPLACE FUNCTION tell_every_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named text := CASE OLD.state || '>' || NEW.state
        WHEN 'SUBMITTED>UNDER_REVIEW' THEN NEW.instructed_by
        WHEN 'UNDER_REVIEW>COMPLEMENT_REQUESTED' THEN NEW.instructors[cardinality(NEW.instructors)]
        WHEN 'COMPLEMENT_REQUESTED>UNDER_REVIEW' THEN NEW.instructors[cardinality(NEW.instructors)]
        WHEN 'UNDER_REVIEW>PROPOSED' THEN NEW.proposed_by
        WHEN 'PROPOSED>APPROVED' THEN NEW.approved_by
        WHEN 'APPROVED>ORDERED' THEN NEW.ordered_by
    END;
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM public.aid_request_move m
        WHERE m.request = NEW.id AND m.from_state = OLD.state AND m.to_state = NEW.state
          AND m.written_in = pg_current_xact_id() AND m.occurred_at = NEW.changed_at AND (named IS NULL OR m.actor = named)) THEN
        RAISE EXCEPTION 'the history of aid request % does not tell that it moves from % to %', NEW.id, OLD.state, NEW.state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION decide_what_was_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1
        FROM public.aid_request r
            JOIN public.programme_version v ON v.programme = r.programme AND v.version = r.programme_version
            LEFT JOIN public.envelope e ON e.id = r.envelope
        WHERE r.id = NEW.request AND r.decision = NEW.id AND r.state = NEW.outcome AND r.amount = NEW.amount
          AND r.proposed_by = NEW.proposed_by AND r.instructed_by IS NOT DISTINCT FROM NEW.instructed_by
          AND r.programme = NEW.programme AND r.programme_version = NEW.programme_version AND r.envelope IS NOT DISTINCT FROM NEW.envelope
          AND NEW.decided_by <> ALL (r.proposers) AND NEW.decided_by <> ALL (r.instructors)
          AND (NEW.outcome = 'REJECTED'
               OR r.approved_by = NEW.decided_by AND r.amount BETWEEN v.amount_min AND v.amount_max
                  AND e.programme = r.programme AND e.office = r.office
                  -- The clock is read twice, so the turn of the year may lie between.
                  AND e.year BETWEEN extract(year FROM (NEW.decided_at - interval '1 minute') AT TIME ZONE 'Africa/Casablanca')
                                 AND extract(year FROM NEW.decided_at AT TIME ZONE 'Africa/Casablanca'))) THEN
        RAISE EXCEPTION 'decision % is none on what was proposed, by somebody who never did, within the programme and from the envelope of its office', NEW.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION decide_what_was_proposed() IS 'A decision enters in the statement that decides its request, says what stands there, and is nobody''s who proposed or instructed.';
