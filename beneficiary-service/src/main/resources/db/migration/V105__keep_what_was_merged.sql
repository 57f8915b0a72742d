CREATE TABLE merged_line (
    merge_id uuid NOT NULL REFERENCES person_merge,
    kind     text NOT NULL CHECK (kind IN ('CATEGORY', 'LINK', 'PENSION', 'PAYEE', 'ACCOUNT')),
    former   uuid NOT NULL,
    carried  uuid,
    PRIMARY KEY (merge_id, former)
);

COMMENT ON TABLE merged_line IS 'What a merge did to each row that either record held: the row stays on record, and an unmerge finds it again.';
COMMENT ON COLUMN merged_line.merge_id IS 'The merge.';
COMMENT ON COLUMN merged_line.kind IS 'Of which table.';
COMMENT ON COLUMN merged_line.former IS 'The row that was closed.';
COMMENT ON COLUMN merged_line.carried IS 'The row of the survivor that took its place; null where it does not stand, or follows from an event anew.';

CREATE TABLE merged_identity (
    merge_id          uuid    NOT NULL PRIMARY KEY REFERENCES person_merge,
    matricule         text,
    cin_sealed        bytea,
    cin_index         bytea,
    cin_verified      boolean,
    family_name_ar    text    NOT NULL,
    given_name_ar     text    NOT NULL,
    family_name_latin text    NOT NULL,
    given_name_latin  text    NOT NULL,
    sex               text    NOT NULL,
    birth_date        date    NOT NULL,
    death_date        date,
    province          text,
    office            text,
    account_problem   text,
    origins           jsonb   NOT NULL
);

COMMENT ON TABLE merged_identity IS 'What the survivor was known by before a merge. The record that was merged stays as it was.';
COMMENT ON COLUMN merged_identity.merge_id IS 'The merge.';
COMMENT ON COLUMN merged_identity.matricule IS 'As of the person.';
COMMENT ON COLUMN merged_identity.cin_sealed IS 'As of the person, bound to the row of the person.';
COMMENT ON COLUMN merged_identity.cin_index IS 'As of the person.';
COMMENT ON COLUMN merged_identity.cin_verified IS 'As of the person.';
COMMENT ON COLUMN merged_identity.family_name_ar IS 'As of the person.';
COMMENT ON COLUMN merged_identity.given_name_ar IS 'As of the person.';
COMMENT ON COLUMN merged_identity.family_name_latin IS 'As of the person.';
COMMENT ON COLUMN merged_identity.given_name_latin IS 'As of the person.';
COMMENT ON COLUMN merged_identity.sex IS 'As of the person.';
COMMENT ON COLUMN merged_identity.birth_date IS 'As of the person.';
COMMENT ON COLUMN merged_identity.death_date IS 'As of the person.';
COMMENT ON COLUMN merged_identity.province IS 'As of the person.';
COMMENT ON COLUMN merged_identity.office IS 'As of the person.';
COMMENT ON COLUMN merged_identity.account_problem IS 'As of the person.';
COMMENT ON COLUMN merged_identity.origins IS 'As of the person.';

CREATE TRIGGER merged_line_append_only BEFORE UPDATE OR DELETE ON merged_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER merged_identity_append_only BEFORE UPDATE OR DELETE ON merged_identity FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON merged_line, merged_identity TO ${app};
