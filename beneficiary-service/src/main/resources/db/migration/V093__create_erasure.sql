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

-- One function, owned by the owner: the application may erase whoever is past retention, and rewrite nobody.
CREATE FUNCTION erase_person(gone uuid, as_of date, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    known text[];
    words text[];
BEGIN
    PERFORM FROM person WHERE id = gone AND erased_at IS NULL FOR UPDATE;
    IF NOT FOUND OR coalesce(kept_until(gone) > as_of, true)
       OR EXISTS (SELECT FROM legal_hold WHERE person_id = gone AND lifted_at IS NULL)
       OR EXISTS (SELECT FROM shield WHERE person_id = gone AND state IN ('PROPOSED', 'IN_FORCE', 'END_PROPOSED')) THEN
        RETURN false;
    END IF;
    -- For triggers that keep the past of a part: this is the one act that may remove it.
    PERFORM set_config('riaya.erasing', gone::text, true);
    SELECT array_agg(reference) INTO known FROM (
        SELECT reference FROM person WHERE id = gone UNION SELECT reference FROM source_record WHERE person_id = gone) names;
    SELECT array_agg(substr(token, 2)) INTO words FROM person_name n, unnest(n.tokens) token WHERE n.person_id = gone AND token LIKE '=%';

    DELETE FROM import_kept k USING import_verdict v, import_line l
    WHERE k.import_id = v.import_id AND k.number = v.number AND l.import_id = v.import_id AND l.line = ANY (v.lines) AND l.reference = ANY (known);
    UPDATE import_line SET reference = NULL WHERE reference = ANY (known);
    UPDATE import_line SET parameters = parameters - 'reference' || '{"reference": "-"}' WHERE parameters ->> 'reference' = ANY (known);
    DELETE FROM source_record WHERE person_id = gone;
    DELETE FROM awaited_link WHERE person_id = gone OR other_reference = ANY (known);
    DELETE FROM account WHERE person_id = gone;
    DELETE FROM pension_period WHERE person_id = gone;
    UPDATE category_period SET evidence = NULL WHERE person_id = gone AND evidence IS NOT NULL;
    UPDATE correction_request SET said_sealed = NULL, answer_sealed = NULL WHERE person_id = gone;
    DELETE FROM idempotency_key WHERE kept_until IS NOT NULL AND body LIKE '%' || gone || '%';
    DELETE FROM person_name WHERE person_id = gone;
    DELETE FROM name_word w WHERE w.word = ANY (words) AND NOT EXISTS (SELECT FROM person_name n WHERE n.tokens @> ARRAY['=' || w.word]);
    UPDATE person SET reference = 'X-' || gone, matricule = NULL, cin_sealed = NULL, cin_index = NULL, cin_verified = NULL,
        family_name_ar = 'محذوف', given_name_ar = 'محذوف', family_name_latin = 'ERASED', given_name_latin = 'Erased',
        birth_date = date_trunc('year', birth_date)::date, death_date = greatest(date_trunc('year', death_date)::date, date_trunc('year', birth_date)::date),
        account_problem = NULL, origins = '{}', version = version + 1, changed_at = at, erased_at = at
    WHERE id = gone;
    INSERT INTO erased_person (id, erased_at) VALUES (gone, at);
    RETURN true;
END
$$;
COMMENT ON FUNCTION erase_person(uuid, date, timestamptz) IS 'Overwrites all that tells who a person is, where the retention has passed and nothing holds it; identifiers, periods and the trail stay.';

GRANT SELECT, INSERT, UPDATE (state, confirmed_by, confirmed_at) ON erasure TO ${app};
GRANT SELECT, INSERT, UPDATE (outcome) ON erasure_person TO ${app};
GRANT SELECT ON erased_person TO ${app};
