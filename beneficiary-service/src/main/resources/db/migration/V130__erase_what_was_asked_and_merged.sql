-- What was asked for on a person, and what a merge kept of them, goes with them; who answers for another stays while the two are one.
ALTER FUNCTION erase_person(uuid, date, timestamptz, text[], int[]) RENAME TO erase_record;
COMMENT ON FUNCTION erase_record(uuid, date, timestamptz, text[], int[]) IS 'Overwrites what a record itself tells of who a person is, where the retention has passed and nothing holds it; the words of the name and their keys are those of the name index, and go unless somebody else bears them. Called by erase_person alone.';

DROP TRIGGER change_request_decided ON change_request;
CREATE TRIGGER change_request_decided BEFORE UPDATE ON change_request FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION decide_change_request();
DROP TRIGGER change_request_entered ON change_request;
CREATE CONSTRAINT TRIGGER change_request_entered AFTER UPDATE ON change_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.kind = 'ACCOUNT' AND NEW.state = 'APPROVED' AND (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting()))
    EXECUTE FUNCTION demand_approved_account();
DROP TRIGGER double_pair_kept ON double_pair;
CREATE TRIGGER double_pair_kept BEFORE UPDATE ON double_pair FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_pairs();
DROP TRIGGER person_merge_kept ON person_merge;
CREATE TRIGGER person_merge_kept BEFORE UPDATE ON person_merge FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION keep_merge();
DROP TRIGGER merged_identity_append_only ON merged_identity;
CREATE TRIGGER merged_identity_append_only BEFORE UPDATE OR DELETE ON merged_identity FOR EACH ROW
    WHEN (coalesce(current_setting('riaya.erasing', true), '') = '' OR NOT is_owner_acting())
    EXECUTE FUNCTION refuse_change();

CREATE FUNCTION erase_person(gone uuid, as_of date, at timestamptz, words text[], word_keys int[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM merged_person WHERE gone IN (merged, survivor) AND known_until IS NULL)
       OR EXISTS (SELECT FROM person_merge WHERE gone IN (merged, survivor) AND state = 'PROPOSED')
       OR EXISTS (SELECT FROM change_request WHERE person_id = gone AND state = 'PROPOSED') THEN
        RETURN false;
    END IF;
    IF NOT erase_record(gone, as_of, at, words, word_keys) THEN
        RETURN false;
    END IF;
    PERFORM set_config('riaya.erasing', gone::text, true);
    UPDATE change_request SET content_sealed = '', account_index = CASE WHEN account_index IS NOT NULL THEN ''::bytea END,
        answer_sealed = CASE WHEN answer_sealed IS NOT NULL THEN ''::bytea END WHERE person_id = gone;
    UPDATE double_pair SET apart_sealed = '' WHERE gone IN (one, other) AND apart_sealed IS NOT NULL;
    UPDATE person_merge SET reason_sealed = '', decision_sealed = CASE WHEN decision_sealed IS NOT NULL THEN ''::bytea END WHERE gone IN (merged, survivor);
    UPDATE merged_identity SET matricule = NULL, cin_sealed = NULL, cin_index = NULL, cin_verified = NULL,
        family_name_ar = 'محذوف', given_name_ar = 'محذوف', family_name_latin = 'ERASED', given_name_latin = 'Erased',
        birth_date = date_trunc('year', birth_date)::date, death_date = date_trunc('year', death_date)::date, account_problem = NULL, origins = '{}'
    WHERE merge_id IN (SELECT id FROM person_merge WHERE survivor = gone);
    DELETE FROM double_check WHERE person_id = gone;
    PERFORM set_config('riaya.erasing', '', true);
    RETURN true;
END
$$;
COMMENT ON FUNCTION erase_person(uuid, date, timestamptz, text[], int[]) IS 'Overwrites all that tells who a person is, where the retention has passed and nothing holds it, nothing is asked for on them and they answer for nobody else; identifiers, periods and the trail stay.';

COMMENT ON COLUMN change_request.content_sealed IS 'What stood, what is asked, evidence and reason, AES-GCM bound to this row and column; empty once the person is erased.';
COMMENT ON COLUMN person_merge.reason_sealed IS 'Why, AES-GCM bound to this row and column; empty once either person is erased.';
