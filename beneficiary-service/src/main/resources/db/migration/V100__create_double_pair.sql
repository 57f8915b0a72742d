CREATE TABLE double_pair (
    id           uuid         NOT NULL PRIMARY KEY,
    one          uuid         NOT NULL REFERENCES person,
    other        uuid         NOT NULL REFERENCES person,
    certainty    text         NOT NULL CHECK (certainty IN ('CERTAIN', 'LIKELY', 'DOUBTFUL')),
    place        smallint     NOT NULL GENERATED ALWAYS AS (CASE certainty WHEN 'CERTAIN' THEN 1 WHEN 'LIKELY' THEN 2 ELSE 3 END) STORED,
    score        numeric(4,3) NOT NULL CHECK (score BETWEEN 0 AND 1),
    birth_date   text         NOT NULL CHECK (birth_date IN ('SAME', 'SAME_UNKNOWN_DAY', 'SWAPPED', 'UNKNOWN_DAY', 'NEARLY', 'OTHER')),
    sex          text         NOT NULL CHECK (sex IN ('SAME', 'OTHER', 'UNKNOWN')),
    cin          text         NOT NULL CHECK (cin IN ('SAME', 'OTHER', 'UNKNOWN')),
    matricule    text         NOT NULL CHECK (matricule IN ('SAME', 'OTHER', 'UNKNOWN')),
    office       text         NOT NULL CHECK (office IN ('SAME', 'OTHER', 'UNKNOWN')),
    state        text         NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'APART', 'MERGED')),
    found_at     timestamptz  NOT NULL,
    apart_sealed bytea,
    decided_by   text,
    decided_at   timestamptz,
    version      bigint       NOT NULL DEFAULT 1,
    CONSTRAINT double_pair_in_order CHECK (one < other),
    CONSTRAINT double_pair_once UNIQUE (one, other),
    CONSTRAINT double_pair_reason_of_two_people CHECK (apart_sealed IS NULL OR state = 'APART'),
    CONSTRAINT double_pair_decided CHECK (num_nulls(decided_by, decided_at) = CASE state WHEN 'OPEN' THEN 2 ELSE 0 END)
);

COMMENT ON TABLE double_pair IS 'Two persons of the registry who may be one: the list that somebody works on. Who was set apart is not raised again.';
COMMENT ON COLUMN double_pair.id IS 'UUIDv7.';
COMMENT ON COLUMN double_pair.one IS 'The one entered first.';
COMMENT ON COLUMN double_pair.other IS 'The other.';
COMMENT ON COLUMN double_pair.certainty IS 'How surely they are one person, by docs/domain/names.md.';
COMMENT ON COLUMN double_pair.place IS 'The certainty as the list is ordered, the surest first.';
COMMENT ON COLUMN double_pair.score IS 'How close the names are in both scripts.';
COMMENT ON COLUMN double_pair.birth_date IS 'How the birth dates agree.';
COMMENT ON COLUMN double_pair.sex IS 'Whether the sex agrees.';
COMMENT ON COLUMN double_pair.cin IS 'Whether the numbers of the identity cards agree.';
COMMENT ON COLUMN double_pair.matricule IS 'Whether the professional numbers agree.';
COMMENT ON COLUMN double_pair.office IS 'Whether one office follows both.';
COMMENT ON COLUMN double_pair.state IS 'OPEN; APART where somebody said that they are two people; MERGED while they are one record.';
COMMENT ON COLUMN double_pair.found_at IS 'When they were found alike first.';
COMMENT ON COLUMN double_pair.apart_sealed IS 'Why they are two people, AES-GCM bound to this row and column, for it may tell of anything; null where an unmerge tells.';
COMMENT ON COLUMN double_pair.decided_by IS 'Subject of who said so, or approved the merge.';
COMMENT ON COLUMN double_pair.decided_at IS 'When.';
COMMENT ON COLUMN double_pair.version IS 'Counts the changes; the ETag.';

CREATE INDEX double_pair_by_state ON double_pair (state, place, id);
CREATE INDEX double_pair_by_other ON double_pair (other);

CREATE FUNCTION keep_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'OPEN' AND NEW.state = 'OPEN' THEN
        RAISE EXCEPTION 'who was judged once is not raised again' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_pairs() IS 'Two people set apart are not raised again.';
CREATE TRIGGER double_pair_kept BEFORE UPDATE ON double_pair FOR EACH ROW EXECUTE FUNCTION keep_pairs();

GRANT SELECT, INSERT, UPDATE (certainty, score, birth_date, sex, cin, matricule, office, state, apart_sealed, decided_by, decided_at, version)
    ON double_pair TO ${app};
