CREATE TABLE aid_request_attribution (
    request    uuid   NOT NULL PRIMARY KEY REFERENCES aid_request,
    person     uuid   NOT NULL,
    instead_of uuid   NOT NULL,
    sequence   bigint NOT NULL
);

COMMENT ON TABLE aid_request_attribution IS 'Requests that were made while two records were one, and are the other''s by what was said when they became two again. The request itself keeps the id that it was made for.';
COMMENT ON COLUMN aid_request_attribution.request IS 'The request.';
COMMENT ON COLUMN aid_request_attribution.person IS 'Whose it is.';
COMMENT ON COLUMN aid_request_attribution.instead_of IS 'The id that it was made for.';
COMMENT ON COLUMN aid_request_attribution.sequence IS 'Of the notice: the later word counts, whichever came first.';

CREATE INDEX aid_request_attribution_by_person ON aid_request_attribution (person);

CREATE FUNCTION note_attribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO aid_request_attribution AS a (request, person, instead_of, sequence)
    SELECT r.id, NEW.person, NEW.other, NEW.sequence FROM aid_request r
    WHERE r.id = NEW.event AND r.person = NEW.other AND EXISTS (
        SELECT FROM person_alias a
        WHERE a.person = NEW.person AND a.stands_for = NEW.other AND a.since <= (r.opened_at AT TIME ZONE 'Africa/Casablanca')::date
          AND r.opened_at <= coalesce(a.ended_at, now()))
    ON CONFLICT (request) DO UPDATE SET person = excluded.person, instead_of = excluded.instead_of, sequence = excluded.sequence
    WHERE a.sequence < excluded.sequence;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION note_attribution() IS 'Keeps whose a request is, where it was made for the record that the notice names while that stood for both.';
CREATE TRIGGER registry_notice_of_request AFTER INSERT ON registry_notice FOR EACH ROW
    WHEN (NEW.kind = 'REQUEST' AND NEW.change = 'KNOWN' AND NEW.event IS NOT NULL AND NEW.other IS NOT NULL)
    EXECUTE FUNCTION note_attribution();

CREATE FUNCTION request_person(asked uuid, made_for uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT a.person FROM public.aid_request_attribution a WHERE a.request = asked), made_for)
$$;
COMMENT ON FUNCTION request_person(uuid, uuid) IS 'Whose a request is.';

-- An array, so that whoever asks by it looks into an index and does not read the table.
CREATE FUNCTION requests_of(asked uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    ids uuid[] := ids_of_person(asked);
BEGIN
    RETURN ARRAY(
        SELECT r.id FROM aid_request r
        WHERE r.person = ANY (ids) AND NOT EXISTS (SELECT FROM aid_request_attribution a WHERE a.request = r.id)
        UNION ALL
        SELECT a.request FROM aid_request_attribution a WHERE a.person = ANY (ids));
END
$$;
COMMENT ON FUNCTION requests_of(uuid) IS 'The requests of a person, under every id known now.';

CREATE OR REPLACE FUNCTION pay_what_was_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM aid_request r
        WHERE r.decision = NEW.source AND r.disbursement = NEW.id AND request_person(r.id, r.person) = NEW.payee AND r.amount = NEW.amount
          AND r.envelope = NEW.envelope AND r.approved_by = NEW.approved_by AND r.ordered_by = NEW.ordered_by AND NEW.tranche = 1) THEN
        RAISE EXCEPTION 'payment % is not the one that was ordered for a decision', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

GRANT SELECT ON aid_request_attribution TO ${app};
GRANT EXECUTE ON FUNCTION request_person(uuid, uuid), requests_of(uuid) TO ${app};
