CREATE TABLE retention_rule (
    category text    NOT NULL PRIMARY KEY,
    purposes text[]  NOT NULL,
    months   integer NOT NULL CHECK (months BETWEEN 1 AND 1200)
);

COMMENT ON TABLE retention_rule IS 'How long a person is kept after a category has ended: the longest of the months here and of those of its purposes in force.';
COMMENT ON COLUMN retention_rule.category IS 'The category; NONE for whoever never held one, counted from the day of entry.';
COMMENT ON COLUMN retention_rule.purposes IS 'The purposes of the register of processing that the category is kept for.';
COMMENT ON COLUMN retention_rule.months IS 'Months at least.';

INSERT INTO retention_rule (category, purposes, months) VALUES
    ('ACTIVE', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 120),
    ('RETIRED', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 120),
    ('WIDOWED_SPOUSE', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 120),
    ('ORPHAN', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 120),
    ('INJURED_ON_DUTY', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 180),
    ('SPOUSE', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 60),
    ('CHILD', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 60),
    ('PARENT', ARRAY['AID_INSTRUCTION', 'PAYMENT', 'REGISTRY_MAINTENANCE'], 60),
    ('NONE', ARRAY['REGISTRY_MAINTENANCE'], 60);

CREATE FUNCTION kept_until(person uuid) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT max(kept) FROM (
        SELECT (coalesce(upper(c.held), CASE WHEN p.death_date IS NULL THEN 'infinity'::date ELSE p.death_date END)
            + make_interval(months => greatest(r.months, (SELECT max(retention_months) FROM processing_purpose
                WHERE state = 'IN_FORCE' AND code = ANY (r.purposes)))))::date AS kept
        FROM person p JOIN category_period c ON c.person_id = p.id AND c.known_until IS NULL JOIN retention_rule r ON r.category = c.category
        WHERE p.id = person
        UNION ALL
        SELECT (greatest(p.created_at::date, p.death_date) + make_interval(months => greatest(r.months, (SELECT max(retention_months)
            FROM processing_purpose WHERE state = 'IN_FORCE' AND code = ANY (r.purposes)))))::date
        FROM person p JOIN retention_rule r ON r.category = 'NONE'
        WHERE p.id = person AND NOT EXISTS (SELECT FROM category_period c WHERE c.person_id = p.id AND c.known_until IS NULL)
    ) each
$$;
COMMENT ON FUNCTION kept_until(uuid) IS 'Until when a person is kept: infinity while a category lasts, null for whoever is not in sight.';

GRANT SELECT ON retention_rule TO ${app};
