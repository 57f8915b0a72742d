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
          AND NEW.decided_by <> ALL (r.proposers)
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
COMMENT ON FUNCTION decide_what_was_proposed() IS 'A decision enters in the statement that decides its request, says what stands there, and grants within the programme from the envelope of its office and year.';
