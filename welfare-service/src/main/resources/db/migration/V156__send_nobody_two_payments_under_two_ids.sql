-- Two records may turn out to be one person after both were ordered: the second payment is stopped before the bank is to have it.
CREATE FUNCTION paid_under_another_id(of_batch uuid) RETURNS TABLE (disbursement uuid) LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM person_alias a WHERE a.until IS NULL) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT DISTINCT d.id
        FROM same_persons() s
        JOIN disbursement d ON d.batch = of_batch AND d.payee = s.one AND d.source_type = 'CAMPAIGN_LINE' AND d.state IN ('BATCHED', 'SENT')
        JOIN campaign_line l ON l.id = d.source
        JOIN campaign_pick o ON o.campaign = l.campaign AND o.person = s.other
        JOIN campaign_line_progress p ON p.line = o.line
        LEFT JOIN disbursement e ON e.id = p.disbursement
        WHERE p.state = 'VOUCHER_ISSUED'
           OR e.state IN ('SENT', 'ACCEPTED', 'PAID') AND e.batch IS DISTINCT FROM of_batch
           OR e.state IN ('ORDERED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID') AND o.line < l.id;
END
$$;
COMMENT ON FUNCTION paid_under_another_id(uuid) IS 'The payments of a batch whose person another line of the campaign pays under another id; of two that are not sent the later, so that one of them goes.';
GRANT EXECUTE ON FUNCTION paid_under_another_id(uuid) TO ${app};

CREATE FUNCTION send_each_person_one() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7003000000000150);
    IF EXISTS (SELECT FROM paid_under_another_id(NEW.id)) THEN
        RAISE EXCEPTION 'batch % pays somebody whom another line pays under another id', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION send_each_person_one() IS 'Nothing is sent to somebody whom the campaign pays under another id.';

CREATE CONSTRAINT TRIGGER payment_batch_sends_each_person_one AFTER UPDATE OF state ON payment_batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state = 'RELEASED') EXECUTE FUNCTION send_each_person_one();

-- Whose account was in doubt is owed the aid all the same: a further wave may select them again.
CREATE FUNCTION let_go_of_the_doubted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM campaign_pick p USING disbursement d
    WHERE d.id = NEW.disbursement AND d.stop_reason = 'ACCOUNT_IN_DOUBT'
      AND (p.line = NEW.line OR p.line IN (SELECT g.line FROM campaign_line_progress g WHERE g.paid_as = NEW.line));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION let_go_of_the_doubted() IS 'Who was not paid for a doubt about their account may be selected again, and so may whom a line was withheld from for that payment; who is said to have been paid otherwise may not.';

CREATE TRIGGER campaign_line_progress_lets_go AFTER UPDATE OF state ON campaign_line_progress FOR EACH ROW
    WHEN (NEW.state = 'STOPPED') EXECUTE FUNCTION let_go_of_the_doubted();
