-- Of a record that was merged, what is said of the one that stands for it counts.
CREATE OR REPLACE FUNCTION told_dead(asked uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT change = 'KNOWN' FROM registry_notice WHERE person = person_standing(asked) AND kind = 'DEATH' ORDER BY sequence DESC LIMIT 1), false)
$$;
COMMENT ON FUNCTION told_dead(uuid) IS 'Whether the registry''s last word on a person, or on the record that stands for them now, is that they died.';
