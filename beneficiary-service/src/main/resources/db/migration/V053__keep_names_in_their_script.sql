CREATE FUNCTION is_arabic_name(name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN name ~ '^[''’]?[\u0621-\u063A\u0641-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06EE\u06EF\u06FA-\u06FC\u06FF\u0750-\u077F][\u0621-\u063A\u0641-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06EE\u06EF\u06FA-\u06FC\u06FF\u0750-\u077F\u064B-\u0655\u0670 .''’-]*$'
    AND name !~ '  | $' AND name IS NFC NORMALIZED;
COMMENT ON FUNCTION is_arabic_name(text) IS 'Whether a text is a name in Arabic script: letters with their marks, single blanks, hyphens, apostrophes and dots.';

CREATE FUNCTION is_latin_name(name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN name ~ '^[''’]?[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF][A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF\u0300-\u036F .''’-]*$'
    AND name !~ '  | $' AND name IS NFC NORMALIZED;
COMMENT ON FUNCTION is_latin_name(text) IS 'Whether a text is a name in Latin script: letters with their marks, single blanks, hyphens, apostrophes and dots.';

CREATE FUNCTION refuse_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a name has a character that is none of its script' USING ERRCODE = 'check_violation';
END
$$;
COMMENT ON FUNCTION refuse_name() IS 'Refuses a name that is not one of its script.';

-- Triggers and no CHECK: a name that was taken before stays as it is, and hinders no other change of its person, until it is written anew.
CREATE TRIGGER person_name_entered BEFORE INSERT ON person FOR EACH ROW
WHEN (NOT (is_arabic_name(NEW.family_name_ar) AND is_arabic_name(NEW.given_name_ar)
    AND is_latin_name(NEW.family_name_latin) AND is_latin_name(NEW.given_name_latin)))
EXECUTE FUNCTION refuse_name();

CREATE TRIGGER person_name_changed BEFORE UPDATE ON person FOR EACH ROW
WHEN ((NEW.family_name_ar <> OLD.family_name_ar AND NOT is_arabic_name(NEW.family_name_ar))
    OR (NEW.given_name_ar <> OLD.given_name_ar AND NOT is_arabic_name(NEW.given_name_ar))
    OR (NEW.family_name_latin <> OLD.family_name_latin AND NOT is_latin_name(NEW.family_name_latin))
    OR (NEW.given_name_latin <> OLD.given_name_latin AND NOT is_latin_name(NEW.given_name_latin)))
EXECUTE FUNCTION refuse_name();
