CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION refuse_all_but_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) -> TG_ARGV[0] <> 'null'
        OR to_jsonb(NEW) - TG_ARGV[0] IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV[0]
    THEN
        RAISE EXCEPTION 'a row of % is only ended, once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION refuse_all_but_end() IS 'Lets an open period be ended once in the column named; whoever asks, nothing else of the row changes.';
