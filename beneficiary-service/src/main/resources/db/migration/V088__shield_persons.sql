-- Who is shielded carries the units that may see them in the row itself: one test of one column in every statement,
-- which costs the same whether somebody is hidden behind it or nobody is there.
ALTER TABLE person ADD COLUMN shielded_for text[];
ALTER TABLE source_record ADD COLUMN shielded_for text[];
ALTER TABLE person_name ADD COLUMN shielded_for text[];

COMMENT ON COLUMN person.shielded_for IS 'The units that may see the person; null for everybody. Written by the shields alone.';
COMMENT ON COLUMN source_record.shielded_for IS 'As the person''s.';
COMMENT ON COLUMN person_name.shielded_for IS 'As the person''s.';

-- To an outsider a shielded person is not there, so their keys are free: an outsider who enters one enters somebody new.
ALTER TABLE person DROP CONSTRAINT person_reference_key;
CREATE UNIQUE INDEX person_by_reference ON person (reference, shielded_for) NULLS NOT DISTINCT;
CREATE INDEX person_shielded ON person (id) WHERE shielded_for IS NOT NULL;

ALTER TABLE source_record DROP CONSTRAINT source_record_pkey;
CREATE UNIQUE INDEX source_record_by_key ON source_record (source, reference, shielded_for) NULLS NOT DISTINCT;
CREATE INDEX source_record_shielded ON source_record (reference) WHERE shielded_for IS NOT NULL;

CREATE FUNCTION sight_units() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT string_to_array(current_setting('riaya.units', true), ',')
$$;
COMMENT ON FUNCTION sight_units() IS 'The units of whoever asks, as the transaction says; nothing where it says nothing.';

CREATE FUNCTION sight_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('riaya.person', true), '')::uuid
$$;
COMMENT ON FUNCTION sight_person() IS 'The own record of whoever asks, which a shield never hides from them.';

CREATE FUNCTION spread_shields() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    units text[];
BEGIN
    SELECT array_agg(unit ORDER BY unit) INTO units FROM shield
    WHERE person_id = NEW.person_id AND state IN ('IN_FORCE', 'END_PROPOSED');
    UPDATE person SET shielded_for = units WHERE id = NEW.person_id AND shielded_for IS DISTINCT FROM units;
    UPDATE source_record SET shielded_for = units WHERE person_id = NEW.person_id AND shielded_for IS DISTINCT FROM units;
    UPDATE person_name SET shielded_for = units, method = CASE WHEN units IS NULL THEN 0 ELSE method END WHERE person_id = NEW.person_id AND shielded_for IS DISTINCT FROM units;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION spread_shields() IS 'Writes the units that may see a person wherever the person is found by; at the end of the last shield the name is to be renewed, so that its words are known again.';

CREATE TRIGGER shield_spread AFTER INSERT OR UPDATE ON shield FOR EACH ROW EXECUTE FUNCTION spread_shields();

CREATE FUNCTION take_over_shield() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    SELECT shielded_for INTO NEW.shielded_for FROM person WHERE id = NEW.person_id;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION take_over_shield() IS 'What is entered later of a shielded person is shielded too.';

CREATE TRIGGER source_record_shielded BEFORE INSERT ON source_record FOR EACH ROW EXECUTE FUNCTION take_over_shield();
CREATE TRIGGER person_name_shielded BEFORE INSERT ON person_name FOR EACH ROW EXECUTE FUNCTION take_over_shield();

-- Whoever forgets to say who asks sees nobody shielded; the owner, who migrates and backs up, sees all.
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE source_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE shield ENABLE ROW LEVEL SECURITY;

CREATE POLICY person_in_sight ON person TO ${app}
    USING (shielded_for IS NULL OR shielded_for && sight_units() OR id = sight_person());
CREATE POLICY source_record_in_sight ON source_record TO ${app}
    USING (shielded_for IS NULL OR shielded_for && sight_units());
CREATE POLICY shield_of_own_unit ON shield TO ${app}
    USING (unit = ANY (sight_units()));

CREATE FUNCTION is_out_of_sight(named text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT (EXISTS (SELECT FROM person WHERE reference = named AND shielded_for IS NOT NULL
                AND (shielded_for && sight_units()) IS NOT TRUE)
            OR EXISTS (SELECT FROM source_record WHERE reference = named AND shielded_for IS NOT NULL
                AND (shielded_for && sight_units()) IS NOT TRUE))
        AND NOT EXISTS (SELECT FROM person WHERE reference = named AND shielded_for IS NULL)
$$;
COMMENT ON FUNCTION is_out_of_sight(text) IS 'Whether a reference is known for a person whom the asker does not see: what names it is not told either.';

CREATE FUNCTION end_passed_shields(today date, at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    passed record;
    kept integer := 0;
BEGIN
    FOR passed IN SELECT id FROM shield WHERE state IN ('IN_FORCE', 'END_PROPOSED') AND until <= least(today, current_date + 1) ORDER BY id LOOP
        BEGIN
            UPDATE shield SET state = 'ENDED', ended_by = 'system', ended_at = at, version = version + 1 WHERE id = passed.id;
        EXCEPTION WHEN unique_violation THEN
            kept := kept + 1;
        END;
    END LOOP;
    RETURN kept;
END
$$;
COMMENT ON FUNCTION end_passed_shields(date, timestamptz) IS 'Ends the shields whose last day has passed; answers how many stay because somebody in sight has the same reference by now.';

CREATE FUNCTION shielding_units() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(array_agg(DISTINCT unit), '{}') FROM shield WHERE state IN ('IN_FORCE', 'END_PROPOSED')
$$;
COMMENT ON FUNCTION shielding_units() IS 'The units that shield somebody now: with all of them the service itself sees everybody, for what follows from events whoever enters them.';
