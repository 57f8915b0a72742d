-- What a hand changes of identity and money, the application writes only under an approval given in the same transaction. What a source
-- announces, an event or an age causes, or the joining of doubles moves has its own authority, and says so in what is known.
CREATE FUNCTION demand_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    under_way bigint := knowledge_now();
BEGIN
    IF current_user = '${app}' AND EXISTS (
            SELECT FROM knowledge k WHERE k.id = under_way AND k.cause IN ('ENTRY', 'UNSTATED')
              AND NOT EXISTS (SELECT FROM change_request r WHERE r.id = k.about AND r.state = 'APPROVED'
                  AND r.decided_in = pg_current_xact_id() AND r.kind = 'IDENTITY' AND r.person_id = NEW.id)) THEN
        RAISE EXCEPTION 'a change of identity wants an approved request' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION demand_approval() IS 'Names, numbers, birth date and sex are changed by a hand only as another person approved.';

CREATE TRIGGER person_identity_approved BEFORE UPDATE ON person FOR EACH ROW
    WHEN ((OLD.family_name_ar, OLD.given_name_ar, OLD.family_name_latin, OLD.given_name_latin, OLD.sex, OLD.birth_date)
            IS DISTINCT FROM (NEW.family_name_ar, NEW.given_name_ar, NEW.family_name_latin, NEW.given_name_latin, NEW.sex, NEW.birth_date)
        OR OLD.matricule IS DISTINCT FROM NEW.matricule OR OLD.cin_index IS DISTINCT FROM NEW.cin_index
        OR OLD.cin_sealed IS DISTINCT FROM NEW.cin_sealed)
    EXECUTE FUNCTION demand_approval();

-- A row that an event has cut, or gives back as it was stated, says nothing new.
CREATE FUNCTION demand_approved_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    under_way bigint := knowledge_now();
BEGIN
    IF current_user <> '${app}' OR EXISTS (
            SELECT FROM knowledge k WHERE k.id = under_way AND (k.cause NOT IN ('ENTRY', 'UNSTATED')
              OR EXISTS (SELECT FROM change_request r WHERE r.id = k.about AND r.state = 'APPROVED'
                  AND r.decided_in = pg_current_xact_id() AND r.kind = ANY (TG_ARGV)))) THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'category_period' THEN
        IF EXISTS (SELECT FROM category_period c WHERE c.person_id = NEW.person_id AND c.category = NEW.category
                AND c.source = NEW.source AND coalesce(c.stated, c.held) = coalesce(NEW.stated, NEW.held)) THEN
            RETURN NEW;
        END IF;
    ELSIF TG_TABLE_NAME = 'person_link' THEN
        IF EXISTS (SELECT FROM person_link c WHERE c.person_id = NEW.person_id AND c.kind = NEW.kind
                AND c.other_id = NEW.other_id AND c.source = NEW.source
                AND coalesce(c.stated, c.held) = coalesce(NEW.stated, NEW.held)) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a change of % wants an approved request', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION demand_approved_part() IS 'Categories, links and pensions are entered by a hand only as another person approved.';

CREATE TRIGGER category_period_approved BEFORE INSERT ON category_period FOR EACH ROW WHEN (NEW.source = 'ENTRY')
    EXECUTE FUNCTION demand_approved_part('CATEGORY', 'LINK', 'IDENTITY', 'PENSION');
CREATE TRIGGER person_link_approved BEFORE INSERT ON person_link FOR EACH ROW WHEN (NEW.source = 'ENTRY')
    EXECUTE FUNCTION demand_approved_part('LINK', 'CATEGORY', 'IDENTITY');
CREATE TRIGGER pension_period_approved BEFORE INSERT ON pension_period FOR EACH ROW WHEN (NEW.source = 'ENTRY')
    EXECUTE FUNCTION demand_approved_part('PENSION');
