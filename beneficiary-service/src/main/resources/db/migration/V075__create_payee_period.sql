CREATE TABLE payee_period (
    id          uuid      NOT NULL PRIMARY KEY,
    person_id   uuid      NOT NULL REFERENCES person,
    payee_id    uuid      NOT NULL REFERENCES person,
    ground      text      NOT NULL CHECK (ground IN ('MINOR', 'INCAPABLE')),
    held        daterange NOT NULL CHECK (NOT isempty(held) AND NOT lower_inf(held)),
    evidence    text      NOT NULL CHECK (length(evidence) BETWEEN 1 AND 200),
    known_from  bigint    NOT NULL DEFAULT knowledge_now() REFERENCES knowledge,
    known_until bigint    REFERENCES knowledge,
    CONSTRAINT payee_period_another CHECK (person_id <> payee_id),
    CONSTRAINT payee_period_apart EXCLUDE USING gist (person_id WITH =, held WITH &&) WHERE (known_until IS NULL)
);

COMMENT ON TABLE payee_period IS 'Who is paid in the place of a minor, or of someone who cannot act, for a period, and when that was known; one at a time.';
COMMENT ON COLUMN payee_period.id IS 'UUIDv7.';
COMMENT ON COLUMN payee_period.person_id IS 'To whom the aid belongs.';
COMMENT ON COLUMN payee_period.payee_id IS 'Who receives it.';
COMMENT ON COLUMN payee_period.ground IS 'MINOR, which ends by itself at 18 years, or INCAPABLE.';
COMMENT ON COLUMN payee_period.held IS 'From the first day to the day after the last; without an end while it lasts.';
COMMENT ON COLUMN payee_period.evidence IS 'The act or judgement that shows it.';
COMMENT ON COLUMN payee_period.known_from IS 'In which knowledge it began to be known.';
COMMENT ON COLUMN payee_period.known_until IS 'In which knowledge it was corrected or taken back; null while it is what is known.';

CREATE INDEX payee_period_by_person ON payee_period (person_id);

CREATE TRIGGER payee_period_kept BEFORE UPDATE ON payee_period FOR EACH ROW EXECUTE FUNCTION keep_knowledge();
CREATE TRIGGER payee_period_stays BEFORE DELETE ON payee_period FOR EACH ROW EXECUTE FUNCTION keep_past();

-- One rule for whoever asks: named, else oneself from 18 years on, else the only guardian. The dead are not paid.
CREATE FUNCTION payee_on(of_person uuid, on_day date, at_moment timestamptz)
RETURNS TABLE (payee_id uuid, ground text, since date, until date, evidence text) LANGUAGE sql STABLE AS $$
    WITH asked AS (
        SELECT p.id, coalesce(
            (SELECT b.day FROM life_date b WHERE b.person_id = p.id AND b.kind = 'BIRTH'
                AND (SELECT known_at FROM knowledge WHERE id = b.known_from) <= at_moment
                AND (b.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = b.known_until) > at_moment)),
            p.birth_date) > on_day - interval '18 years' AS minor
        FROM person p WHERE p.id = of_person
    ), named AS (
        SELECT y.payee_id, y.ground, lower(y.held) AS since, upper(y.held) AS until, y.evidence
        FROM asked a JOIN payee_period y ON y.person_id = a.id AND y.held @> on_day AND (a.minor OR y.ground <> 'MINOR')
        WHERE (SELECT known_at FROM knowledge WHERE id = y.known_from) <= at_moment
          AND (y.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = y.known_until) > at_moment)
    ), guardian AS (
        SELECT l.person_id AS payee_id, 'GUARDIAN' AS ground, lower(l.held) AS since, upper(l.held) AS until, l.evidence
        FROM asked a JOIN person_link l ON l.other_id = a.id AND l.kind = 'GUARDIAN' AND l.held @> on_day
        WHERE a.minor AND NOT EXISTS (SELECT FROM named)
          AND (SELECT known_at FROM knowledge WHERE id = l.known_from) <= at_moment
          AND (l.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = l.known_until) > at_moment)
    ), found AS (
        SELECT * FROM named
        UNION ALL
        SELECT a.id, 'SELF', NULL, NULL, NULL FROM asked a WHERE NOT a.minor AND NOT EXISTS (SELECT FROM named)
        UNION ALL
        SELECT * FROM guardian WHERE (SELECT count(*) FROM guardian) = 1
    )
    SELECT f.* FROM found f
    WHERE f.ground = 'SELF' OR NOT EXISTS (
        SELECT FROM life_date d WHERE d.person_id = f.payee_id AND d.kind = 'DEATH' AND d.day <= on_day
          AND (SELECT known_at FROM knowledge WHERE id = d.known_from) <= at_moment
          AND (d.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = d.known_until) > at_moment))
$$;
COMMENT ON FUNCTION payee_on(uuid, date, timestamptz) IS 'Who is paid for a person on a day, as known at a moment; nobody where a minor has no payee.';

GRANT SELECT, INSERT (id, person_id, payee_id, ground, held, evidence), UPDATE (known_until) ON payee_period TO ${app};
