CREATE TABLE province_assignment (
    id          uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    province    text        NOT NULL REFERENCES province (code),
    office      text        REFERENCES office (code),
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz CHECK (ends_at > starts_at),
    reason      text        NOT NULL CHECK (reason <> ''),
    assigned_by text        NOT NULL,
    CONSTRAINT province_assignment_never_overlaps
        EXCLUDE USING gist (province WITH =, tstzrange(starts_at, ends_at) WITH &&)
);

COMMENT ON TABLE province_assignment IS 'Which office served each province from when to when; a row is only ever ended, and the next one begins.';
COMMENT ON COLUMN province_assignment.id IS 'UUIDv7.';
COMMENT ON COLUMN province_assignment.province IS 'The province.';
COMMENT ON COLUMN province_assignment.office IS 'The office that serves it; null while none does.';
COMMENT ON COLUMN province_assignment.starts_at IS 'From this instant.';
COMMENT ON COLUMN province_assignment.ends_at IS 'Until this instant, which is not included; null while it runs.';
COMMENT ON COLUMN province_assignment.reason IS 'Why, as the administrator wrote it.';
COMMENT ON COLUMN province_assignment.assigned_by IS 'Subject of the access token, or system.';

CREATE UNIQUE INDEX province_assignment_running ON province_assignment (province) INCLUDE (office) WHERE ends_at IS NULL;
CREATE INDEX province_assignment_by_office ON province_assignment (office) WHERE ends_at IS NULL;

CREATE TRIGGER province_assignment_only_ended BEFORE UPDATE ON province_assignment FOR EACH ROW EXECUTE FUNCTION refuse_all_but_end('ends_at');
CREATE TRIGGER province_assignment_never_removed BEFORE DELETE ON province_assignment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER province_assignment_never_emptied BEFORE TRUNCATE ON province_assignment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- No public source says who serves whom: each province begins with the nearest office of its own region,
-- and the four of region 10, where no office sits, visibly with none until an administrator decides.
WITH nearest (office, provinces) AS (VALUES
    ('AGA', ARRAY['MA-AGD', 'MA-CHT', 'MA-INE', 'MA-TAR', 'MA-TAT', 'MA-TIZ']),
    ('ALH', ARRAY['MA-HOC']),
    ('BEM', ARRAY['MA-AZI', 'MA-BEM', 'MA-FQH', 'MA-KHN', 'MA-KHO']),
    ('CAS', ARRAY['MA-BES', 'MA-BRR', 'MA-CAS', 'MA-JDI', 'MA-MED', 'MA-MOH', 'MA-NOU', 'MA-SET', 'MA-SIB']),
    ('DAK', ARRAY['MA-AOU', 'MA-OUD']),
    ('ERR', ARRAY['MA-ERR', 'MA-MID', 'MA-OUA', 'MA-TIN', 'MA-ZAG']),
    ('FES', ARRAY['MA-BOM', 'MA-FES', 'MA-HAJ', 'MA-IFR', 'MA-MEK', 'MA-MOU', 'MA-SEF', 'MA-TAO']),
    ('KEN', ARRAY['MA-KEN', 'MA-SIK', 'MA-SIL']),
    ('LAA', ARRAY['MA-BOD', 'MA-ESM', 'MA-LAA', 'MA-TAF']),
    ('NAD', ARRAY['MA-DRI', 'MA-GUF', 'MA-NAD']),
    ('OUJ', ARRAY['MA-BER', 'MA-FIG', 'MA-JRA', 'MA-OUJ', 'MA-TAI']),
    ('RAB', ARRAY['MA-KHE', 'MA-RAB', 'MA-SKH']),
    ('SAF', ARRAY['MA-CHI', 'MA-ESI', 'MA-HAO', 'MA-KES', 'MA-MAR', 'MA-REH', 'MA-SAF', 'MA-YUS']),
    ('SAL', ARRAY['MA-SAL']),
    ('TAN', ARRAY['MA-FAH', 'MA-LAR', 'MA-TNG']),
    ('TAZ', ARRAY['MA-TAZ']),
    ('TET', ARRAY['MA-CHE', 'MA-MDF', 'MA-OUZ', 'MA-TET'])
)
INSERT INTO province_assignment (province, office, starts_at, reason, assigned_by)
SELECT p.code, n.office, '2025-09-01T00:00:00+01:00',
       CASE WHEN n.office IS NULL
           THEN 'لا توجد مصلحة ولائية بهذه الجهة: في انتظار قرار الإلحاق'
           ELSE 'التوزيع الأولي عند إحداث المصالح الولائية: أقرب مصلحة داخل الجهة'
       END,
       'system'
FROM province p LEFT JOIN nearest n ON p.code = ANY (n.provinces);

GRANT SELECT, INSERT, UPDATE (ends_at) ON province_assignment TO ${app};
