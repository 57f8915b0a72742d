CREATE TABLE erasure (
    id           uuid        NOT NULL PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('JUDGED', 'DONE', 'DROPPED')),
    as_of        date        NOT NULL,
    sight        text[]      NOT NULL,
    judged_by    text        NOT NULL,
    judged_at    timestamptz NOT NULL,
    confirmed_by text,
    confirmed_at timestamptz,
    CONSTRAINT erasure_two_people CHECK (confirmed_by <> judged_by OR state = 'DROPPED'),
    CONSTRAINT erasure_confirmed_whole CHECK ((state = 'JUDGED') = (confirmed_at IS NULL) AND (confirmed_by IS NULL) = (confirmed_at IS NULL))
);

COMMENT ON TABLE erasure IS 'A dry run over those whose retention has passed, and its confirmation by a second person, which erases them.';
COMMENT ON COLUMN erasure.id IS 'UUIDv7.';
COMMENT ON COLUMN erasure.state IS 'JUDGED after the dry run, DONE once confirmed, DROPPED where it is not to be.';
COMMENT ON COLUMN erasure.as_of IS 'The day by which the retention has passed.';
COMMENT ON COLUMN erasure.sight IS 'The units of whoever judged: whoever sees less does not see the erasure.';
COMMENT ON COLUMN erasure.judged_by IS 'Subject of whoever asked for the dry run.';
COMMENT ON COLUMN erasure.judged_at IS 'When.';
COMMENT ON COLUMN erasure.confirmed_by IS 'Subject of the other person, who confirmed it, or of whoever dropped it.';
COMMENT ON COLUMN erasure.confirmed_at IS 'When.';

CREATE TABLE erasure_person (
    erasure_id uuid NOT NULL REFERENCES erasure,
    person_id  uuid NOT NULL REFERENCES person,
    kept_until date NOT NULL,
    outcome    text NOT NULL CHECK (outcome IN ('TO_ERASE', 'HELD', 'ERASED', 'KEPT')),
    PRIMARY KEY (erasure_id, person_id)
);

COMMENT ON TABLE erasure_person IS 'The persons of an erasure.';
COMMENT ON COLUMN erasure_person.erasure_id IS 'The erasure.';
COMMENT ON COLUMN erasure_person.person_id IS 'The person.';
COMMENT ON COLUMN erasure_person.kept_until IS 'The day on which the retention passed, by the rules of the dry run.';
COMMENT ON COLUMN erasure_person.outcome IS 'TO_ERASE or HELD by the dry run; ERASED, or KEPT where a hold or a new right came before the confirmation.';

CREATE TABLE erased_person (
    id        uuid        NOT NULL PRIMARY KEY REFERENCES person,
    erased_at timestamptz NOT NULL
);

COMMENT ON TABLE erased_person IS 'Who was erased: the identifier stays, for what names it, and nothing else.';
COMMENT ON COLUMN erased_person.id IS 'The identifier.';
COMMENT ON COLUMN erased_person.erased_at IS 'When.';

ALTER TABLE person ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN person.erased_at IS 'When the person was erased; the application does not see the row from then on.';

DROP POLICY person_in_sight ON person;
CREATE POLICY person_in_sight ON person TO ${app}
    USING (erased_at IS NULL AND (shielded_for IS NULL OR shielded_for && sight_units() OR id = sight_person()));

CREATE FUNCTION is_told_of(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT who IS NULL OR EXISTS (SELECT FROM person WHERE id = who) OR EXISTS (SELECT FROM erased_person WHERE id = who)
$$;
COMMENT ON FUNCTION is_told_of(uuid) IS 'Whether a row that names somebody may be told: whoever asks sees them, or they were erased.';

CREATE FUNCTION tells_of_health(of_event uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM life_event WHERE id = of_event AND kind IN ('INJURY_ON_DUTY', 'DISABILITY'))
$$;
COMMENT ON FUNCTION tells_of_health(uuid) IS 'Whether knowledge is about an injury or a disability.';

-- What was known is kept from everybody but the one function that erases. The setting alone lets nobody through: whoever acts
-- must be the owner, which the application becomes in that function only.
CREATE FUNCTION is_owner_acting() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_user = pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'public.person'::regclass
$$;
COMMENT ON FUNCTION is_owner_acting() IS 'Whether the owner of the tables acts, as in a function of its own.';

DROP TRIGGER category_period_kept ON category_period;
CREATE TRIGGER category_period_kept BEFORE UPDATE ON category_period FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_knowledge();
DROP TRIGGER category_period_stays ON category_period;
CREATE TRIGGER category_period_stays BEFORE DELETE ON category_period FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_past();
DROP TRIGGER pension_period_kept ON pension_period;
CREATE TRIGGER pension_period_kept BEFORE UPDATE ON pension_period FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_knowledge();
DROP TRIGGER pension_period_stays ON pension_period;
CREATE TRIGGER pension_period_stays BEFORE DELETE ON pension_period FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_past();
DROP TRIGGER person_link_kept ON person_link;
CREATE TRIGGER person_link_kept BEFORE UPDATE ON person_link FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_knowledge();
DROP TRIGGER person_link_stays ON person_link;
CREATE TRIGGER person_link_stays BEFORE DELETE ON person_link FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_past();
DROP TRIGGER life_date_kept ON life_date;
CREATE TRIGGER life_date_kept BEFORE UPDATE ON life_date FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_knowledge();
DROP TRIGGER life_date_stays ON life_date;
CREATE TRIGGER life_date_stays BEFORE DELETE ON life_date FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_past();
DROP TRIGGER payee_period_kept ON payee_period;
CREATE TRIGGER payee_period_kept BEFORE UPDATE ON payee_period FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_knowledge();
DROP TRIGGER payee_period_stays ON payee_period;
CREATE TRIGGER payee_period_stays BEFORE DELETE ON payee_period FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_past();
DROP TRIGGER life_event_append_only ON life_event;
CREATE TRIGGER life_event_append_only BEFORE UPDATE OR DELETE ON life_event FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION refuse_change();

-- An erasure is no news of a life: it is neither noted as another day nor announced.
DROP TRIGGER person_death_changed ON person;
CREATE TRIGGER person_death_changed AFTER UPDATE ON person FOR EACH ROW
    WHEN (OLD.death_date IS DISTINCT FROM NEW.death_date AND (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting()))
    EXECUTE FUNCTION note_death();
DROP TRIGGER person_birth_changed ON person;
CREATE TRIGGER person_birth_changed AFTER UPDATE ON person FOR EACH ROW
    WHEN (OLD.birth_date IS DISTINCT FROM NEW.birth_date AND (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting()))
    EXECUTE FUNCTION note_birth();
DROP TRIGGER category_period_taken_back ON category_period;
CREATE TRIGGER category_period_taken_back AFTER UPDATE ON category_period REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION announce_categories('TAKEN_BACK');
DROP TRIGGER person_link_taken_back ON person_link;
CREATE TRIGGER person_link_taken_back AFTER UPDATE ON person_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION announce_links('TAKEN_BACK');
DROP TRIGGER life_date_taken_back ON life_date;
CREATE TRIGGER life_date_taken_back AFTER UPDATE ON life_date REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION announce_deaths('TAKEN_BACK');

-- One function, owned by the owner: the application may erase whoever is past retention, and rewrite nobody.
CREATE FUNCTION erase_person(gone uuid, as_of date, at timestamptz, words text[], word_keys int[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    known text[];
BEGIN
    PERFORM FROM person WHERE id = gone AND erased_at IS NULL FOR UPDATE;
    IF NOT FOUND OR coalesce(kept_until(gone) > as_of, true)
       OR EXISTS (SELECT FROM legal_hold WHERE person_id = gone AND lifted_at IS NULL)
       OR EXISTS (SELECT FROM shield WHERE person_id = gone AND state IN ('PROPOSED', 'IN_FORCE', 'END_PROPOSED'))
       OR EXISTS (SELECT FROM outbox WHERE person_id = gone AND delivered_at IS NULL) THEN
        RETURN false;
    END IF;
    PERFORM set_config('riaya.erasing', gone::text, true);
    SELECT array_agg(reference) INTO known FROM (
        SELECT reference FROM person WHERE id = gone UNION SELECT reference FROM source_record WHERE person_id = gone) names;

    DELETE FROM import_kept k USING import_verdict v, import_line l
    WHERE k.import_id = v.import_id AND k.number = v.number AND l.import_id = v.import_id AND l.line = ANY (v.lines) AND l.reference = ANY (known);
    UPDATE import_line SET reference = NULL WHERE reference = ANY (known);
    UPDATE import_line SET parameters = parameters - 'reference' || '{"reference": "-"}' WHERE parameters ->> 'reference' = ANY (known);
    DELETE FROM import_key WHERE kind IN ('REFERENCE', 'MENTIONED') AND key = ANY (SELECT convert_to(unnest(known), 'UTF8'));
    DELETE FROM source_record WHERE person_id = gone;
    DELETE FROM awaited_link WHERE person_id = gone OR other_reference = ANY (known);
    DELETE FROM account WHERE person_id = gone;

    DELETE FROM pension_period WHERE person_id = gone;
    UPDATE category_period SET evidence = NULL WHERE person_id = gone AND evidence IS NOT NULL;
    UPDATE person_link SET evidence = NULL WHERE person_id = gone AND evidence IS NOT NULL;
    UPDATE payee_period SET evidence = '-' WHERE person_id = gone;
    UPDATE knowledge SET reason = NULL WHERE reason IS NOT NULL AND about IN (SELECT id FROM life_event WHERE person_id = gone);
    UPDATE life_event SET evidence = '-', reason = CASE WHEN reason IS NOT NULL THEN '-' END WHERE person_id = gone;
    DELETE FROM life_date WHERE person_id = gone AND kind = 'BIRTH';
    UPDATE life_date SET day = date_trunc('year', day)::date WHERE person_id = gone;
    DELETE FROM outbox WHERE person_id = gone OR other_id = gone AND delivered_at IS NOT NULL;

    UPDATE correction_request SET said_sealed = NULL, answer_sealed = NULL WHERE person_id = gone;
    UPDATE legal_hold SET reason_sealed = '' WHERE person_id = gone;
    UPDATE shield SET reason_sealed = '' WHERE person_id = gone;
    DELETE FROM idempotency_key WHERE kept_until IS NOT NULL AND body LIKE '%' || gone || '%';
    DELETE FROM person_name WHERE person_id = gone;
    DELETE FROM name_word w USING unnest(words, word_keys) AS borne(word, key)
    WHERE w.word = borne.word AND NOT EXISTS (SELECT FROM person_name n WHERE n.keys @> ARRAY[borne.key]);
    UPDATE person SET reference = 'X-' || gone, matricule = NULL, cin_sealed = NULL, cin_index = NULL, cin_verified = NULL,
        family_name_ar = 'محذوف', given_name_ar = 'محذوف', family_name_latin = 'ERASED', given_name_latin = 'Erased',
        birth_date = date_trunc('year', birth_date)::date, death_date = date_trunc('year', death_date)::date,
        account_problem = NULL, origins = '{}', version = version + 1, changed_at = at, erased_at = at
    WHERE id = gone;
    INSERT INTO erased_person (id, erased_at) VALUES (gone, at);
    PERFORM set_config('riaya.erasing', '', true);
    RETURN true;
END
$$;
COMMENT ON FUNCTION erase_person(uuid, date, timestamptz, text[], int[]) IS 'Overwrites all that tells who a person is, where the retention has passed and nothing holds it; identifiers, periods and the trail stay. The words of the name and their keys are those of the name index, and go unless somebody else bears them.';

COMMENT ON COLUMN legal_hold.reason_sealed IS 'Why, AES-GCM bound to this row and column; empty once the person is erased.';
COMMENT ON COLUMN shield.reason_sealed IS 'Why, AES-GCM bound to this row and column; empty once the person is erased.';

GRANT SELECT, INSERT, UPDATE (state, confirmed_by, confirmed_at) ON erasure TO ${app};
GRANT SELECT, INSERT, UPDATE (outcome) ON erasure_person TO ${app};
GRANT SELECT ON erased_person TO ${app};
