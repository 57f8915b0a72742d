-- Whom a list has picked is kept beside it, so that a list that is given up lets go of them: the list itself stands as it was.
CREATE TABLE campaign_pick (
    campaign    uuid    NOT NULL REFERENCES campaign,
    person      uuid    NOT NULL,
    line        uuid    NOT NULL UNIQUE REFERENCES campaign_line,
    wave_number integer NOT NULL,
    PRIMARY KEY (campaign, person)
);
COMMENT ON TABLE campaign_pick IS 'Who is selected in a campaign, once, whatever became of it; kept by triggers alone. A wave that is discarded lets go of its own.';
COMMENT ON COLUMN campaign_pick.campaign IS 'The campaign.';
COMMENT ON COLUMN campaign_pick.person IS 'The person of the registry.';
COMMENT ON COLUMN campaign_pick.line IS 'The line that selects them.';
COMMENT ON COLUMN campaign_pick.wave_number IS 'The number of its wave, which later waves name as the reason.';

INSERT INTO campaign_pick (campaign, person, line, wave_number)
SELECT campaign, person, id, wave_number FROM campaign_line WHERE verdict IN ('TRANSFER', 'VOUCHER');

GRANT SELECT ON campaign_pick TO ${app};

CREATE FUNCTION pick_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO campaign_pick (campaign, person, line, wave_number)
    SELECT campaign, person, id, wave_number FROM entered WHERE verdict IN ('TRANSFER', 'VOUCHER');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION pick_once() IS 'The last word: nobody is selected twice in a campaign.';

CREATE TRIGGER campaign_line_picks AFTER INSERT ON campaign_line REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION pick_once();

DROP INDEX campaign_line_once;

ALTER TABLE campaign_wave
    ADD COLUMN discarded_by text,
    ADD COLUMN discarded_at timestamptz,
    ADD COLUMN discard_reasons bytea,
    DROP CONSTRAINT campaign_wave_state_check,
    ADD CONSTRAINT campaign_wave_state_check CHECK (state IN ('SELECTED', 'PROPOSED', 'APPROVED', 'ORDERED', 'DISCARDED')),
    DROP CONSTRAINT campaign_wave_proposed,
    ADD CONSTRAINT campaign_wave_proposed CHECK (
        CASE state WHEN 'DISCARDED' THEN num_nulls(proposed_by, proposed_at) IN (0, 2) WHEN 'SELECTED' THEN num_nulls(proposed_by, proposed_at) = 2
            ELSE num_nulls(proposed_by, proposed_at) = 0 END),
    DROP CONSTRAINT campaign_wave_approved,
    ADD CONSTRAINT campaign_wave_approved CHECK (
        CASE WHEN state = 'DISCARDED' THEN num_nulls(approved_by, approved_at) IN (0, 2)
            ELSE num_nulls(approved_by, approved_at) = CASE WHEN state IN ('SELECTED', 'PROPOSED') THEN 2 ELSE 0 END END),
    ADD CONSTRAINT campaign_wave_discarded CHECK (num_nulls(discarded_by, discarded_at, discard_reasons) = CASE state WHEN 'DISCARDED' THEN 0 ELSE 3 END);
COMMENT ON COLUMN campaign_wave.discarded_by IS 'Subject of who gave the list up.';
COMMENT ON COLUMN campaign_wave.discarded_at IS 'When; from then on whom it had selected may be selected again.';
COMMENT ON COLUMN campaign_wave.discard_reasons IS 'Why, in words, encrypted with AES-GCM and bound to this row.';

GRANT UPDATE (discarded_by, discarded_at, discard_reasons) ON campaign_wave TO ${app};

DROP TRIGGER campaign_wave_moves ON campaign_wave;
CREATE TRIGGER campaign_wave_moves BEFORE UPDATE OF state ON campaign_wave FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('SELECTED>PROPOSED', 'SELECTED>DISCARDED', 'PROPOSED>APPROVED', 'PROPOSED>DISCARDED', 'APPROVED>ORDERED', 'APPROVED>DISCARDED');

DROP TRIGGER campaign_wave_writes_once ON campaign_wave;
CREATE TRIGGER campaign_wave_writes_once BEFORE UPDATE ON campaign_wave FOR EACH ROW
    EXECUTE FUNCTION write_once('PROPOSED:proposed_by,proposed_at', 'APPROVED:approved_by,approved_at', 'ORDERED:ordered_by,ordered_at,batch',
        'DISCARDED:discarded_by,discarded_at,discard_reasons');

CREATE FUNCTION let_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM campaign_pick p USING campaign_line l WHERE l.wave = NEW.id AND p.line = l.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION let_go() IS 'Whom a discarded list had selected may be selected again.';

CREATE TRIGGER campaign_wave_lets_go AFTER UPDATE OF state ON campaign_wave FOR EACH ROW WHEN (NEW.state = 'DISCARDED') EXECUTE FUNCTION let_go();

CREATE FUNCTION release_the_discarded() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM envelope_entry e WHERE e.cause = NEW.id AND e.kind = 'RELEASE' AND e.kind NOT IN ('ALLOT', 'CUT')) THEN
        RAISE EXCEPTION 'wave % is discarded and what was reserved for it is not released', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION release_the_discarded() IS 'A list that had been approved gives back what was reserved for it.';

CREATE CONSTRAINT TRIGGER campaign_wave_discarded_whole AFTER UPDATE OF state ON campaign_wave DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state = 'DISCARDED' AND NEW.approved_by IS NOT NULL) EXECUTE FUNCTION release_the_discarded();

-- As before; a wave commits what it does not withhold and releases what it does, or the whole where it is discarded, and a payment that was
-- stopped gives its amount back.
CREATE OR REPLACE FUNCTION book_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM entered e
        WHERE NOT coalesce(CASE e.cause_type
            WHEN 'envelope' THEN true
            WHEN 'decision' THEN (
                SELECT r.envelope = e.envelope AND r.amount = e.amount
                   AND r.state = CASE e.kind WHEN 'RESERVE' THEN 'APPROVED' WHEN 'COMMIT' THEN 'ORDERED' ELSE 'WITHDRAWN' END
                FROM aid_request r WHERE r.decision = e.cause)
            WHEN 'campaign-wave' THEN (
                SELECT c.envelope = e.envelope AND CASE e.kind
                       WHEN 'RESERVE' THEN w.state = 'APPROVED' AND e.amount = w.total
                       WHEN 'COMMIT' THEN w.state = 'ORDERED' AND e.amount = w.total - w.withheld_total
                       ELSE w.state = 'ORDERED' AND e.amount = w.withheld_total OR w.state = 'DISCARDED' AND w.approved_by IS NOT NULL AND e.amount = w.total
                   END
                FROM campaign_wave w JOIN campaign c ON c.id = w.campaign WHERE w.id = e.cause)
            -- What comes back in the file that would have paid it is paid and returned.
            WHEN 'disbursement' THEN (
                SELECT d.envelope = e.envelope AND d.amount = e.amount
                   AND CASE e.kind WHEN 'PAY' THEN d.state IN ('PAID', 'RETURNED') WHEN 'UNCOMMIT' THEN d.state IN ('REFUSED', 'STOPPED') ELSE d.state = 'RETURNED' END
                FROM disbursement d WHERE d.id = e.cause)
        END, false)) THEN
        RAISE EXCEPTION 'an envelope moves by what was done and for its amount only' USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE envelope e
    SET allotted = e.allotted + moved.allotted, reserved = e.reserved + moved.reserved, committed = e.committed + moved.committed,
        paid = e.paid + moved.paid, version = e.version + 1
    FROM (
        SELECT envelope,
               sum(CASE kind WHEN 'ALLOT' THEN amount WHEN 'CUT' THEN -amount ELSE 0 END) AS allotted,
               sum(CASE kind WHEN 'RESERVE' THEN amount WHEN 'RELEASE' THEN -amount WHEN 'COMMIT' THEN -amount ELSE 0 END) AS reserved,
               sum(CASE kind WHEN 'COMMIT' THEN amount WHEN 'UNCOMMIT' THEN -amount WHEN 'PAY' THEN -amount ELSE 0 END) AS committed,
               sum(CASE kind WHEN 'PAY' THEN amount WHEN 'GIVE_BACK' THEN -amount ELSE 0 END) AS paid
        FROM entered GROUP BY envelope
    ) AS moved
    WHERE e.id = moved.envelope;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION book_entries() IS 'Adds what a statement enters to its envelopes, under the rights of the tables'' owner: nobody else changes a balance. Each entry follows its cause, which stands where it moves money, in that envelope and for that amount.';

