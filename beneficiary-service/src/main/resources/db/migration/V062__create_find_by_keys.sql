-- The planner takes a list of keys for more people than it is and would read the whole table; the index is always right here.
-- What is read is bounded, however many bear a name.
CREATE FUNCTION find_by_keys(one int[], two int[], three int[], lists int[], ends int[],
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
              AND (in_office IS NULL OR n.office = in_office) LIMIT 3 * most
        ) AS found ORDER BY (found.office = near_office) DESC NULLS LAST, found.person_id LIMIT most;
    END IF;
    FOREACH ending IN ARRAY ends LOOP
        list := lists[began:ending];
        began := ending + 1;
        RETURN QUERY SELECT found.person_id FROM (
            SELECT n.person_id, n.office FROM person_name n
            WHERE n.keys && list AND (in_office IS NULL OR n.office = in_office) LIMIT 3 * most
        ) AS found ORDER BY (found.office = near_office) DESC NULLS LAST, found.person_id LIMIT most;
    END LOOP;
END
$$;

COMMENT ON FUNCTION find_by_keys(int[], int[], int[], int[], int[], text, text, integer) IS 'Persons whose name has a key of one, of two and of three; then those who have a key of one list after the other, a list ending where ends says. Those of the near office come before the rest of their list.';

GRANT EXECUTE ON FUNCTION find_by_keys(int[], int[], int[], int[], int[], text, text, integer) TO ${app};
