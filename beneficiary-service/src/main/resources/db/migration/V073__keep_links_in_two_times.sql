ALTER TABLE person_link
    ADD COLUMN end_reason        text CHECK (end_reason ~ '^[A-Z][A-Z_]{1,39}$'),
    ADD COLUMN evidence          text CHECK (length(evidence) BETWEEN 1 AND 200),
    ADD COLUMN known_from        bigint NOT NULL DEFAULT 0 REFERENCES knowledge,
    ADD COLUMN known_until       bigint REFERENCES knowledge,
    ADD COLUMN stated            daterange CHECK (NOT isempty(stated) AND NOT lower_inf(stated)),
    ADD COLUMN stated_end_reason text CHECK (stated_end_reason ~ '^[A-Z][A-Z_]{1,39}$'),
    ADD COLUMN founded_by        uuid,
    ADD COLUMN ended_by          uuid,
    DROP CONSTRAINT person_link_source_check,
    DROP CONSTRAINT person_link_kind_check,
    DROP CONSTRAINT person_link_apart;
ALTER TABLE person_link
    ALTER COLUMN known_from SET DEFAULT knowledge_now(),
    ADD CONSTRAINT person_link_kind_check CHECK (kind IN ('SPOUSE', 'CHILD', 'PARENT', 'GUARDIAN')),
    ADD CONSTRAINT person_link_source_check CHECK (source IN ('ENTRY', 'EVENT', 'REGISTRY', 'HR', 'MUTUAL')),
    ADD CONSTRAINT person_link_founded CHECK ((source = 'EVENT') = (founded_by IS NOT NULL)),
    ADD CONSTRAINT person_link_reason_of_an_end CHECK (end_reason IS NULL OR NOT upper_inf(held)),
    ADD CONSTRAINT person_link_apart
        EXCLUDE USING gist (person_id WITH =, kind WITH =, other_id WITH =, held WITH &&) WHERE (known_until IS NULL);
ALTER TABLE awaited_link
    DROP CONSTRAINT awaited_link_kind_check,
    ADD CONSTRAINT awaited_link_kind_check CHECK (kind IN ('SPOUSE', 'CHILD', 'PARENT', 'GUARDIAN'));

COMMENT ON TABLE person_link IS 'This person is the spouse, child, parent or guardian of the other for a period, and when that was known.';
COMMENT ON COLUMN person_link.end_reason IS 'Why it ended, such as DIVORCED.';
COMMENT ON COLUMN person_link.evidence IS 'The act or decision that shows it; null for what a source announced.';
COMMENT ON COLUMN person_link.source IS 'ENTRY where a person entered it, which no file takes back; EVENT where an event founds it; else the source that announced it.';
COMMENT ON COLUMN person_link.known_from IS 'In which knowledge it began to be known.';
COMMENT ON COLUMN person_link.known_until IS 'In which knowledge it was corrected or taken back; null while it is what is known.';
COMMENT ON COLUMN person_link.stated IS 'The period as its source states it, where an event ended it otherwise.';
COMMENT ON COLUMN person_link.stated_end_reason IS 'Why it ends as its source states it.';
COMMENT ON COLUMN person_link.founded_by IS 'The life event that opened it.';
COMMENT ON COLUMN person_link.ended_by IS 'The life event that ended it.';

CREATE TRIGGER person_link_kept BEFORE UPDATE ON person_link FOR EACH ROW EXECUTE FUNCTION keep_knowledge();
CREATE TRIGGER person_link_stays BEFORE DELETE ON person_link FOR EACH ROW EXECUTE FUNCTION keep_past();

REVOKE INSERT, UPDATE, DELETE ON person_link FROM ${app};
GRANT INSERT (person_id, kind, other_id, held, end_reason, evidence, source, stated, stated_end_reason, founded_by, ended_by),
    UPDATE (known_until) ON person_link TO ${app};
