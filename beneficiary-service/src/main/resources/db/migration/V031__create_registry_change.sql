CREATE TABLE registry_change (
    transaction xid8        NOT NULL DEFAULT pg_current_xact_id() PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE registry_change IS 'The transactions that wrote persons: who reads the registry in pages learns whether one of them ended in between.';
COMMENT ON COLUMN registry_change.transaction IS 'The transaction, as a snapshot knows it.';
COMMENT ON COLUMN registry_change.at IS 'When it began; an old row is of no use any more.';

CREATE INDEX registry_change_by_age ON registry_change (at);

-- Every change of what hangs on a person counts as a change of the person, so that one trigger sees them all.
CREATE FUNCTION note_registry_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO registry_change DEFAULT VALUES ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION note_registry_change() IS 'Notes the transaction once, whatever it writes.';

CREATE TRIGGER person_change_noted AFTER INSERT OR UPDATE ON person
    FOR EACH STATEMENT EXECUTE FUNCTION note_registry_change();

GRANT SELECT, DELETE ON registry_change TO ${app};
