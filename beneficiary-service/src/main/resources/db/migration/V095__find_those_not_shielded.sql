-- As before, without shielded persons, who are left out before the list is cut: whoever sees them compares each.
-- The planner takes a list of keys for more people than it is and would read the whole table; the index is always right here.
-- What is read is bounded, however many bear a name.
CREATE OR REPLACE FUNCTION find_by_keys(one int[], two int[], three int[], lists int[], ends int[],
    in_office text, near_office text, most integer)
RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET search_path = public
AS $$
DECLARE
    list   int[];
    began  int := 1;
    ending int;
BEGIN
    IF cardinality(one) > 0 AND cardinality(two) > 0 AND cardinality(three) > 0 THEN
        RETURN QUERY SELECT found.person_id FROM (
            SELECT n.person_id, n.office FROM person_name n
            WHERE n.keys && one AND n.keys && two AND n.keys && three
              AND (in_office IS NULL OR n.office = in_office)
              AND n.shielded_for IS NULL LIMIT 3 * most
        ) AS found ORDER BY (found.office = near_office) DESC NULLS LAST, found.person_id LIMIT most;
    END IF;
    FOREACH ending IN ARRAY ends LOOP
        list := lists[began:ending];
        began := ending + 1;
        RETURN QUERY SELECT found.person_id FROM (
            SELECT n.person_id, n.office FROM person_name n
            WHERE n.keys && list AND (in_office IS NULL OR n.office = in_office)
              AND n.shielded_for IS NULL LIMIT 3 * most
        ) AS found ORDER BY (found.office = near_office) DESC NULLS LAST, found.person_id LIMIT most;
    END LOOP;
END
$$;
