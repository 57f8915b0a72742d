CREATE INDEX change_request_by_account ON change_request (account_index) WHERE state = 'PROPOSED';

CREATE FUNCTION account_payees(account bytea) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT a.person_id FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.iban_index = account AND (a.used_until IS NULL OR a.used_until > now())
    UNION
    SELECT r.person_id FROM change_request r JOIN person p ON p.id = r.person_id
    WHERE r.account_index = account AND r.state = 'PROPOSED'
$$;
COMMENT ON FUNCTION account_payees(bytea) IS 'Whom the asker sees of those who are paid to an account, will be, or ask for it.';

-- A couple with one account is nothing to look into: who is linked with another of them, directly or through a third, counts once.
CREATE FUNCTION families_of(persons uuid[]) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE pair AS (
        SELECT person_id AS one, other_id AS other FROM person_link
        WHERE known_until IS NULL AND person_id = ANY (persons) AND other_id = ANY (persons)
        UNION
        SELECT other_id, person_id FROM person_link
        WHERE known_until IS NULL AND person_id = ANY (persons) AND other_id = ANY (persons)
    ), reached AS (
        SELECT p AS root, p AS member FROM unnest(persons) AS p
        UNION
        SELECT r.root, pair.other FROM reached r JOIN pair ON pair.one = r.member
    )
    SELECT count(DISTINCT family) FROM (SELECT member, min(root::text) AS family FROM reached GROUP BY member) AS families
$$;
COMMENT ON FUNCTION families_of(uuid[]) IS 'How many families these persons are, by the links known now.';
