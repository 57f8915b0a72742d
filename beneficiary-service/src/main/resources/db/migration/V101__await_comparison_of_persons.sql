CREATE TABLE double_check (
    person_id uuid NOT NULL PRIMARY KEY
);

COMMENT ON TABLE double_check IS 'Who entered or changed in what persons are told apart by, and is still to be compared with the registry; whoever writes, nobody is a silent double.';
COMMENT ON COLUMN double_check.person_id IS 'The person; checked by nobody, since the row lives for some seconds.';

GRANT SELECT, INSERT, UPDATE, DELETE ON double_check TO ${app};

CREATE FUNCTION await_comparison() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT cause FROM knowledge WHERE id = knowledge_now()) NOT IN ('IMPORT', 'UNSTATED') THEN
        INSERT INTO double_check (person_id) SELECT id FROM entered ORDER BY id ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION await_comparison() IS 'Whoever enters is to be compared. An import has compared its rows itself and names those who are like somebody; what nobody accounts for is left to a sweep.';

CREATE FUNCTION await_comparison_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO double_check (person_id)
    SELECT n.id FROM entered n JOIN former f ON f.id = n.id
    WHERE (n.family_name_ar, n.given_name_ar, n.family_name_latin, n.given_name_latin, n.birth_date, n.sex)
       <> (f.family_name_ar, f.given_name_ar, f.family_name_latin, f.given_name_latin, f.birth_date, f.sex)
       OR (n.cin_index, n.matricule) IS DISTINCT FROM (f.cin_index, f.matricule)
    ORDER BY n.id ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION await_comparison_again() IS 'Whose name, birth date, sex or number changed is to be compared anew.';

CREATE TRIGGER person_to_compare AFTER INSERT ON person REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION await_comparison();
CREATE TRIGGER person_to_compare_again AFTER UPDATE ON person REFERENCING OLD TABLE AS former NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION await_comparison_again();
