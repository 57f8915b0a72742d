CREATE TABLE processing_purpose (
    code                    text        NOT NULL CHECK (code ~ '^[A-Z][A-Z_]{2,39}$'),
    version                 integer     NOT NULL CHECK (version > 0),
    title_ar                text        NOT NULL CHECK (length(title_ar) BETWEEN 1 AND 200),
    title_fr                text        NOT NULL CHECK (length(title_fr) BETWEEN 1 AND 200),
    authorisation           text        CHECK (length(authorisation) BETWEEN 1 AND 80),
    authorisation_confirmed boolean     NOT NULL DEFAULT false,
    authorised_until        date,
    legal_basis             text        NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 300),
    fields                  text[]      NOT NULL CHECK (cardinality(fields) > 0 AND fields <@ ARRAY['CIN', 'ACCOUNT', 'PENSION', 'HEALTH']),
    roles                   text[]      NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY
        ['officer', 'office-head', 'committee', 'finance', 'auditor', 'registry-manager', 'admin', 'beneficiary']),
    retention_months        integer     NOT NULL CHECK (retention_months BETWEEN 1 AND 1200),
    state                   text        NOT NULL CHECK (state IN ('PROPOSED', 'IN_FORCE', 'REPLACED', 'REFUSED')),
    proposed_by             text        NOT NULL,
    proposed_at             timestamptz NOT NULL,
    decided_by              text,
    decided_at              timestamptz,
    PRIMARY KEY (code, version),
    CONSTRAINT processing_purpose_two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT processing_purpose_decided_whole CHECK (num_nonnulls(decided_by, decided_at) = CASE state WHEN 'PROPOSED' THEN 0 ELSE 2 END),
    CONSTRAINT processing_purpose_confirmed_is_there CHECK (authorisation IS NOT NULL OR NOT authorisation_confirmed)
);

COMMENT ON TABLE processing_purpose IS 'The register of processing (Law 09-08): what sensitive fields are read for, by whom, on which authorisation; a change is a new version that a second person approves.';
COMMENT ON COLUMN processing_purpose.code IS 'What a reader states in Riaya-Purpose.';
COMMENT ON COLUMN processing_purpose.version IS 'Counts the versions of a purpose from 1.';
COMMENT ON COLUMN processing_purpose.title_ar IS 'The purpose in words, in Arabic.';
COMMENT ON COLUMN processing_purpose.title_fr IS 'The purpose in words, in French.';
COMMENT ON COLUMN processing_purpose.authorisation IS 'Reference of the authorisation that the CNDP gave; null where there is none, and then nothing is read for this purpose.';
COMMENT ON COLUMN processing_purpose.authorisation_confirmed IS 'False while the reference is the invented one of the installation, which the institution replaces by its own.';
COMMENT ON COLUMN processing_purpose.authorised_until IS 'The last day of the authorisation; null for one without an end.';
COMMENT ON COLUMN processing_purpose.legal_basis IS 'The article or the mission that the processing rests on.';
COMMENT ON COLUMN processing_purpose.fields IS 'The sensitive fields that it covers.';
COMMENT ON COLUMN processing_purpose.roles IS 'The roles that may state it.';
COMMENT ON COLUMN processing_purpose.retention_months IS 'For how many months after the person’s last right what it serves is kept.';
COMMENT ON COLUMN processing_purpose.state IS 'PROPOSED until a second person decides, then IN_FORCE until another version REPLACED it, or REFUSED.';
COMMENT ON COLUMN processing_purpose.proposed_by IS 'Subject of whoever prepared the version.';
COMMENT ON COLUMN processing_purpose.proposed_at IS 'When it was prepared.';
COMMENT ON COLUMN processing_purpose.decided_by IS 'Subject of the other person, who approved or refused it.';
COMMENT ON COLUMN processing_purpose.decided_at IS 'When that was.';

CREATE UNIQUE INDEX processing_purpose_in_force ON processing_purpose (code) WHERE state = 'IN_FORCE';
CREATE UNIQUE INDEX processing_purpose_proposed ON processing_purpose (code) WHERE state = 'PROPOSED';

CREATE FUNCTION keep_processing_purpose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('REPLACED', 'REFUSED') OR (OLD.state = 'IN_FORCE' AND (NEW.state <> 'REPLACED' OR NEW.decided_by <> OLD.decided_by)) THEN
        RAISE EXCEPTION 'a version that was decided stands' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_processing_purpose() IS 'What was in force on a past day can be shown for ever.';

CREATE TRIGGER processing_purpose_kept BEFORE UPDATE ON processing_purpose FOR EACH ROW EXECUTE FUNCTION keep_processing_purpose();

-- The references are plausible and invented: the institution enters its own, and confirms them, before it goes live.
INSERT INTO processing_purpose (code, version, title_ar, title_fr, authorisation, legal_basis, fields, roles, retention_months,
    state, proposed_by, proposed_at, decided_by, decided_at)
SELECT code, 1, title_ar, title_fr, authorisation, legal_basis, fields, roles, months, 'IN_FORCE', 'installation', now(), 'first configuration', now()
FROM (VALUES
    ('AID_INSTRUCTION', 'دراسة طلب مساعدة', 'Instruction d’une demande d’aide', 'A-INS-001/2025 (à confirmer)',
        'Loi 09-08, articles 4 et 12; mission sociale de la Fondation', ARRAY['CIN', 'PENSION', 'HEALTH'],
        ARRAY['officer', 'office-head', 'committee', 'registry-manager'], 120),
    ('PAYMENT', 'أداء مساعدة', 'Paiement d’une aide', 'A-PAI-002/2025 (à confirmer)',
        'Loi 09-08, article 4; obligations comptables', ARRAY['CIN', 'ACCOUNT', 'PENSION'],
        ARRAY['committee', 'finance', 'admin'], 120),
    ('REGISTRY_MAINTENANCE', 'مسك السجل وتصحيحه', 'Tenue et correction du registre', 'A-REG-003/2025 (à confirmer)',
        'Loi 09-08, articles 3 et 12', ARRAY['CIN', 'ACCOUNT', 'PENSION', 'HEALTH'], ARRAY['officer', 'office-head', 'registry-manager'], 120),
    ('AUDIT', 'الافتحاص والمراقبة', 'Audit et contrôle', 'A-AUD-004/2025 (à confirmer)',
        'Loi 09-08, article 4; contrôle interne de la Fondation', ARRAY['CIN', 'ACCOUNT', 'PENSION', 'HEALTH'], ARRAY['auditor'], 120),
    ('STATISTICS', 'إحصائيات دون أسماء', 'Statistiques sans noms', 'A-STA-005/2025 (à confirmer)',
        'Loi 09-08, article 3: traitement à des fins statistiques', ARRAY['PENSION'],
        ARRAY['committee', 'finance', 'auditor', 'registry-manager', 'admin'], 60),
    ('DOUBLE_BENEFIT_CHECK', 'التحقق من عدم الجمع بين مساعدتين', 'Vérification du non-cumul d’aides', 'A-CUM-006/2025 (à confirmer)',
        'Loi 09-08, article 21: interconnexion de fichiers', ARRAY['CIN'],
        ARRAY['officer', 'office-head', 'committee', 'registry-manager'], 60),
    ('PERSON_REQUEST', 'طلب من الشخص المعني', 'Demande de la personne concernée', 'A-PER-007/2025 (à confirmer)',
        'Loi 09-08, articles 7 et 8: droits d’accès et de rectification', ARRAY['CIN', 'ACCOUNT', 'PENSION', 'HEALTH'],
        ARRAY['registry-manager', 'beneficiary'], 60)
) AS seed (code, title_ar, title_fr, authorisation, legal_basis, fields, roles, months);

GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at) ON processing_purpose TO ${app};
