CREATE TABLE programme_version (
    programme        text          NOT NULL REFERENCES programme,
    version          integer       NOT NULL CHECK (version > 0),
    in_force_from    date          NOT NULL,
    on_request       boolean       NOT NULL,
    amount_min       numeric(12,2) CHECK (amount_min > 0),
    amount_max       numeric(12,2) CHECK (amount_max > 0),
    deadline_days    integer       NOT NULL CHECK (deadline_days BETWEEN 1 AND 60),
    one_open_request boolean       NOT NULL,
    head_ceiling     numeric(12,2) NOT NULL CHECK (head_ceiling >= 0),
    needs_committee  boolean       NOT NULL,
    note             text          NOT NULL,
    PRIMARY KEY (programme, version),
    CHECK (amount_min <= amount_max),
    CHECK ((amount_min IS NULL) = (amount_max IS NULL)),
    CHECK (NOT on_request OR amount_min IS NOT NULL)
);

COMMENT ON TABLE programme_version IS 'What a programme pays and demands; a change is a new version, and a file keeps the version it was opened under.';
COMMENT ON COLUMN programme_version.programme IS 'The programme.';
COMMENT ON COLUMN programme_version.version IS 'Counts from 1.';
COMMENT ON COLUMN programme_version.in_force_from IS 'Business day from which new files are opened under it.';
COMMENT ON COLUMN programme_version.on_request IS 'Whether a family may ask for it; otherwise it is given by campaign, draw or enrolment.';
COMMENT ON COLUMN programme_version.amount_min IS 'Least amount granted, in dirhams; null for aid in kind.';
COMMENT ON COLUMN programme_version.amount_max IS 'Most granted; the same as the least where the amount is fixed.';
COMMENT ON COLUMN programme_version.deadline_days IS 'Days from submission to decision that the institution binds itself to; 60 at most, in the manner of Law 55-19.';
COMMENT ON COLUMN programme_version.one_open_request IS 'Whether a person has at most one open request of it.';
COMMENT ON COLUMN programme_version.head_ceiling IS 'Most that the head of an office grants; above it the committee decides.';
COMMENT ON COLUMN programme_version.needs_committee IS 'Whether the committee decides at any amount.';
COMMENT ON COLUMN programme_version.note IS 'Where the figures come from; a placeholder says so.';

CREATE TRIGGER programme_version_append_only BEFORE UPDATE OR DELETE ON programme_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_version_never_emptied BEFORE TRUNCATE ON programme_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT ON programme_version TO ${app};
