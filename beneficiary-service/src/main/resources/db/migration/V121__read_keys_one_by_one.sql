-- Shielded persons are left out before a list is cut: whoever sees them compares each.
-- Of many keys at once the index weighs each person against each key: 300 keys took as long as 300 times the people found. One key after the
-- other takes what its people take, the closest key first, and stops where enough are found. One plan serves all lists.
CREATE OR REPLACE FUNCTION find_by_keys(one int[], two int[], three int[], lists int[], ends int[],
    in_office text, near_office text, most integer)
RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
SET search_path = public
AS $$
DECLARE
    list   int[];
    began  int := 1;
    ending int;
    more   int;
    found  int := 0;
BEGIN
    IF cardinality(one) > 0 AND cardinality(two) > 0 AND cardinality(three) > 0 THEN
        RETURN QUERY SELECT had.person_id FROM (
            SELECT n.person_id, n.office FROM person_name n
            WHERE n.keys && one AND n.keys && two AND n.keys && three
              AND (in_office IS NULL OR n.office = in_office) AND n.shielded_for IS NULL LIMIT 3 * most
        ) AS had ORDER BY (had.office = near_office) DESC NULLS LAST, had.person_id LIMIT most;
        GET DIAGNOSTICS found = ROW_COUNT;
    END IF;
    FOREACH ending IN ARRAY ends LOOP
        EXIT WHEN found >= 2 * most;
        list := lists[began:ending];
        began := ending + 1;
        RETURN QUERY SELECT had.person_id FROM (
            SELECT DISTINCT first.person_id, first.office FROM (
                SELECT borne.person_id, borne.office FROM unnest(list) AS asked(key) CROSS JOIN LATERAL (
                    SELECT n.person_id, n.office FROM person_name n
                    WHERE n.keys @> ARRAY[asked.key] AND (in_office IS NULL OR n.office = in_office) AND n.shielded_for IS NULL LIMIT most
                ) AS borne LIMIT 3 * most
            ) AS first
        ) AS had ORDER BY (had.office = near_office) DESC NULLS LAST, had.person_id LIMIT most;
        GET DIAGNOSTICS more = ROW_COUNT;
        found := found + more;
    END LOOP;
END
$$;

COMMENT ON FUNCTION find_by_keys(int[], int[], int[], int[], int[], text, text, integer) IS 'Persons whose name has a key of one, of two and of three; then those who have a key of one list after the other, a list ending where ends says and beginning with its closest key. Those of the near office come before the rest of their list; lists that come after enough are found are not read.';
