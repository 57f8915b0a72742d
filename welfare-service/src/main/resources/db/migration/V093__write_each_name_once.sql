CREATE FUNCTION write_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    old_ jsonb := to_jsonb(OLD);
    new_ jsonb := to_jsonb(NEW);
    rule text;
    name text;
BEGIN
    FOREACH rule IN ARRAY TG_ARGV LOOP
        FOREACH name IN ARRAY string_to_array(split_part(rule, ':', 2), ',') LOOP
            IF new_ -> name IS DISTINCT FROM old_ -> name
               AND NOT (old_ ->> name IS NULL AND NEW.state = split_part(rule, ':', 1) AND OLD.state <> NEW.state) THEN
                RAISE EXCEPTION '% of % stands', name, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
            END IF;
        END LOOP;
    END LOOP;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION write_once() IS 'Each argument names a state and the columns that the move to it writes: no other change writes them, and none writes them again.';

CREATE TRIGGER campaign_wave_writes_once BEFORE UPDATE ON campaign_wave FOR EACH ROW
    EXECUTE FUNCTION write_once('PROPOSED:proposed_by,proposed_at', 'APPROVED:approved_by,approved_at', 'ORDERED:ordered_by,ordered_at,batch');

CREATE TRIGGER payment_batch_writes_once BEFORE UPDATE ON payment_batch FOR EACH ROW
    EXECUTE FUNCTION write_once('RELEASED:released_by,released_at,content_sha256', 'WRITTEN:written_at');

CREATE TRIGGER disbursement_writes_once BEFORE UPDATE ON disbursement FOR EACH ROW
    WHEN ((NEW.batch, NEW.position) IS DISTINCT FROM (OLD.batch, OLD.position))
    EXECUTE FUNCTION write_once('BATCHED:batch,position');

-- A row enters as its life begins: the columns that its moves write are not to be given before.
REVOKE INSERT ON campaign_wave, payment_batch, disbursement FROM ${app};
GRANT INSERT (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at) ON campaign_wave TO ${app};
GRANT INSERT (id, number, state, lines, total, prepared_by, prepared_at) ON payment_batch TO ${app};
GRANT INSERT (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since) ON disbursement TO ${app};
