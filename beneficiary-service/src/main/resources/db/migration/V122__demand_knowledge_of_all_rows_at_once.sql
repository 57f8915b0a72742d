-- A foreign key looks at one row at a time, and a part of a file has thousands, all of one knowledge: a fifth of what their writing cost.
-- The same is demanded of all rows of a statement at once, and no knowledge ever goes.
CREATE FUNCTION demand_knowledge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT known_from FROM entered) e
        WHERE NOT EXISTS (SELECT FROM knowledge k WHERE k.id = e.known_from)) THEN
        RAISE EXCEPTION 'a row of % begins in no knowledge', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION demand_knowledge() IS 'Each row that is entered begins in a knowledge that is there.';

CREATE FUNCTION keep_every_knowledge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'knowledge is never removed, and keeps its number' USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION keep_every_knowledge() IS 'Rows may begin in a knowledge without a foreign key, since it stays.';

CREATE TRIGGER knowledge_stays BEFORE DELETE ON knowledge FOR EACH ROW EXECUTE FUNCTION keep_every_knowledge();
CREATE TRIGGER knowledge_keeps_its_number BEFORE UPDATE ON knowledge FOR EACH ROW WHEN (NEW.id <> OLD.id)
    EXECUTE FUNCTION keep_every_knowledge();
CREATE TRIGGER knowledge_never_emptied BEFORE TRUNCATE ON knowledge FOR EACH STATEMENT EXECUTE FUNCTION keep_every_knowledge();

ALTER TABLE person DROP CONSTRAINT person_known_from_fkey;
CREATE TRIGGER person_begins_in_knowledge AFTER INSERT ON person REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION demand_knowledge();

ALTER TABLE category_period DROP CONSTRAINT category_period_known_from_fkey;
CREATE TRIGGER category_period_begins_in_knowledge AFTER INSERT ON category_period REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION demand_knowledge();

ALTER TABLE pension_period DROP CONSTRAINT pension_period_known_from_fkey;
CREATE TRIGGER pension_period_begins_in_knowledge AFTER INSERT ON pension_period REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION demand_knowledge();

ALTER TABLE person_link DROP CONSTRAINT person_link_known_from_fkey;
CREATE TRIGGER person_link_begins_in_knowledge AFTER INSERT ON person_link REFERENCING NEW TABLE AS entered FOR EACH STATEMENT
    EXECUTE FUNCTION demand_knowledge();
