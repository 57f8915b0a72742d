-- numeric holds NaN, which is above every limit and swallows every sum: no amount is it.
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT c.relname AS kept_in, a.attname AS name
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'numeric'::regtype
          AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ORDER BY 1, 2
    LOOP
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I <> ''NaN'')', found.kept_in, found.kept_in || '_' || found.name || '_is_number', found.name);
    END LOOP;
END
$$;
