package ma.riaya.acceptance.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the services send to PostgreSQL in the acts that are measured, word for word.
 *
 * <p>Each piece is a text of the services' own sources, with their names for the values; a test compares them.
 */
enum Sent {
    KEPT("""
            SELECT request_hash, status, headers::text AS headers, body
            FROM idempotency_key WHERE caller = :caller AND key = :key
            """),
    CLAIM("""
            INSERT INTO idempotency_key (caller, key, operation, request_hash, created_at, kept_until)
            VALUES (:caller, :key, :operation, :hash, :now, :until)
            ON CONFLICT (caller, key) DO NOTHING
            """),
    KEEP("""
            UPDATE idempotency_key SET status = :status, headers = CAST(:headers AS jsonb), body = :body
            WHERE caller = :caller AND key = :key
            """),
    AUDIT(Pieces.AUDIT, "VALUES (", Pieces.AUDIT_ENTRY, ")"),
    AUDITED(Pieces.AUDIT, "SELECT ", Pieces.AUDIT_ENTRY, "FROM ", Pieces.MOVED),

    OPEN_REQUEST("""
            INSERT INTO aid_request (id, state, programme, programme_version, one_open_request, office, year, person, person_name_ar,
                person_name_latin, person_office, person_as_of, situation, channel, opened_by, opened_at, version, changed_at)
            VALUES (:id, :to, :programme, :programmeVersion, :oneOpen, :office, :year, :person, :nameAr, :nameLatin,
                CAST(:personOffice AS text), :asOf, :situation, :channel, :actor, :at, 1, :at)
            ON CONFLICT (person, programme)
                WHERE one_open_request AND state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'ORDERED')
                DO NOTHING
            RETURNING *
            """),
    REQUEST_COLUMNS(Pieces.REQUEST_COLUMNS),
    REQUEST("SELECT ", Pieces.REQUEST_COLUMNS, " FROM aid_request WHERE id = :id"),
    LOCK_REQUEST("SELECT ", Pieces.REQUEST_COLUMNS, " FROM aid_request WHERE id = :id", " FOR NO KEY UPDATE"),
    DOCUMENTS(
            "SELECT ",
            "id, kind, name, media_type, size, sha256, added_at",
            " FROM aid_request_document WHERE request = :request ORDER BY id"),
    APPROVE_REQUEST(
            "UPDATE aid_request r SET state = :to, version = r.version + 1, changed_at = :at",
            ", ",
            "approved_by = :approver, decision = :decision, envelope = :grantedFrom",
            " WHERE r.id = :request AND r.version = :version RETURNING r.*"),
    TELL("""
            INSERT INTO aid_request_move (request, from_state, to_state, actor, actor_office, occurred_at, reasons)
            SELECT id, CAST(:from AS text), :to, :actor, CAST(:actorOffice AS text), :at, CAST(:reasons AS bytea) FROM moved
            """),
    DECIDE("""
            INSERT INTO decision (id, request, outcome, programme, programme_version, amount, envelope, instructed_by, proposed_by, proposal_reasons,
                decided_by, reasons, decided_at)
            SELECT :decision, id, state, programme, programme_version, amount, envelope, instructed_by, proposed_by, proposal_reasons,
                :decidedBy, :reasons, changed_at
            FROM\s""", Pieces.MOVED),

    HOLD_BALANCE("""
            SELECT id FROM envelope
            WHERE id = :movedEnvelope
              AND reserved + :reserved >= 0 AND committed + :committed >= 0 AND paid + :paid >= 0
              AND reserved + committed + paid + :reserved + :committed + :paid <= allotted
            FOR NO KEY UPDATE
            """),
    ENTER("""
            INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
            SELECT balance.id, :kind, share.amount, :causeType, share.cause, :movedAt
            FROM balance, unnest(CAST(:causes AS uuid[]), CAST(:amounts AS numeric[])) AS share (cause, amount)
            RETURNING id
            """),

    HOLDERS("""
            SELECT p.id AS person_id, p.reference, p.family_name_ar, p.given_name_ar, p.family_name_latin,
                p.given_name_latin, p.office, c.category, c.category_from,
                CASE WHEN c.ended <= :asOf THEN c.ended END AS category_until,
                CASE WHEN c.ended <= :asOf THEN c.end_reason END AS category_end_reason,
                death.day AS death_date,
                CASE WHEN paid.id IS NULL THEN 'payee-missing' WHEN account.id IS NULL AND paid.account_problem IS NULL
                    THEN (SELECT w.why FROM account_waits(paid.id) w) ELSE paid.account_problem END AS account_problem,
                paid.id AS payee_id, paid.given_name_latin || ' ' || paid.family_name_latin AS holder,
                pension.id AS pension_id, pension.amount_sealed AS pension_sealed,
                account.id AS account_id, account.iban_sealed AS account_sealed
            FROM (
                SELECT DISTINCT ON (person_id, category) person_id, category,
                    lower(held) AS category_from, upper(held) AS ended, end_reason
                FROM category_period c
                WHERE category = ANY (CAST(:categories AS text[])) AND lower(held) <= :asOf
                  AND (person_id, category) > (:afterPerson, :afterCategory)
                  AND (SELECT known_at FROM knowledge WHERE id = c.known_from) <= :knownAt
                  AND (c.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = c.known_until) > :knownAt)
                  AND EXISTS (SELECT FROM person seen WHERE seen.id = person_id)
                ORDER BY person_id, category, lower(held) DESC
                LIMIT :rows
            ) c
            JOIN person p ON p.id = c.person_id
            LEFT JOIN LATERAL (
                SELECT day FROM life_date d
                WHERE d.person_id = c.person_id AND d.kind = 'DEATH'
                  AND (SELECT known_at FROM knowledge WHERE id = d.known_from) <= :knownAt
                  AND (d.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = d.known_until) > :knownAt)
            ) death ON true
            LEFT JOIN LATERAL (
                SELECT id, amount_sealed FROM pension_period n
                WHERE n.person_id = c.person_id AND lower(held) <= :asOf
                  AND (SELECT known_at FROM knowledge WHERE id = n.known_from) <= :knownAt
                  AND (n.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = n.known_until) > :knownAt)
                ORDER BY lower(held) DESC LIMIT 1
            ) pension ON true
            LEFT JOIN person paid ON paid.id = CASE
                WHEN p.birth_date <= :asOf - interval '18 years' AND NOT EXISTS (SELECT FROM payee_period WHERE person_id = p.id)
                THEN p.id ELSE (SELECT y.payee_id FROM payee_on(p.id, :asOf, :knownAt) y) END
            LEFT JOIN account ON account.person_id = paid.id AND account.used_from <= now()
                AND (account.used_until IS NULL OR account.used_until > now())
            ORDER BY c.person_id, c.category
            """),

    CAMPAIGN(
            "SELECT id, programme, programme_version, name_ar, name_fr, year, amount, envelope, opened_by, opened_at FROM campaign\n",
            "WHERE id = :id"),
    HOLD_PERSONS("SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(7003000000000150)) held"),
    KNOWN_TWICE("SELECT one, other FROM same_persons()"),
    PAID_ALREADY("SELECT line, paid_as FROM lines_paid_already(:wave) ORDER BY line"),
    PAID_TWICE("SELECT disbursement FROM paid_under_another_id(:batch) ORDER BY 1"),
    HOLD_CAMPAIGN("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(CAST(:id AS text), 0))"),
    EARLIER("""
            SELECT person, wave_number FROM campaign_pick WHERE campaign = :campaign
            UNION ALL
            SELECT s.other, p.wave_number FROM same_persons() s JOIN campaign_pick p ON p.campaign = :campaign AND p.person = s.one
            """),
    NEXT_NUMBER("SELECT coalesce(max(number), 0) + 1 FROM campaign_wave WHERE campaign = :campaign"),
    INSERT_WAVE("""
            INSERT INTO campaign_wave (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at)
            VALUES (:id, :campaign, :number, :asOf, :nameAr, :nameFr, 'SELECTED', :transfers, :vouchers, :nearMisses, :total, :selectedBy, :selectedAt)
            """),
    INSERT_LINES("""
            INSERT INTO campaign_line (id, campaign, wave, wave_number, person, reference, name_ar, name_latin, office, category, category_from, verdict, reason, reasons, amount, pension, account)
            SELECT id, :campaign, :wave, :number, person, reference, name_ar, name_latin, nullif(office, ''), category, CAST(category_from AS date), verdict, nullif(reason, ''),
                   CAST(reasons AS jsonb), CASE verdict WHEN 'NEAR_MISS' THEN NULL ELSE CAST(:amount AS numeric) END,
                   decode(nullif(pension, ''), 'base64'), decode(nullif(account, ''), 'base64')
            FROM unnest(CAST(:ids AS uuid[]), CAST(:persons AS uuid[]), CAST(:references AS text[]), CAST(:namesAr AS text[]), CAST(:namesLatin AS text[]), CAST(:offices AS text[]),
                        CAST(:categories AS text[]), CAST(:since AS text[]), CAST(:verdicts AS text[]), CAST(:firstReasons AS text[]), CAST(:reasons AS text[]),
                        CAST(:pensions AS text[]), CAST(:accounts AS text[]))
                 AS given (id, person, reference, name_ar, name_latin, office, category, category_from, verdict, reason, reasons, pension, account)
            """),
    WAVE(Pieces.WAVE, Pieces.OF_CAMPAIGN),
    HOLD_WAVE(Pieces.WAVE, Pieces.OF_CAMPAIGN, " FOR UPDATE"),
    WAVE_FIGURES(
            "SELECT l.verdict, l.category, l.reason, ",
            "coalesce(p.state, CASE l.verdict WHEN 'NEAR_MISS' THEN NULL ELSE 'SELECTED' END)",
            """
             AS state, count(*)::int AS lines, coalesce(sum(l.amount), 0) AS sum
            FROM campaign_line l LEFT JOIN campaign_line_progress p ON p.line = l.id
            WHERE l.wave = :wave GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 2, 3, 4
            """),
    PROPOSE_WAVE(
            "UPDATE campaign_wave SET state = 'PROPOSED', proposed_by = :actor, proposed_at = :now WHERE id = :id"),
    APPROVE_WAVE(
            "UPDATE campaign_wave SET state = 'APPROVED', approved_by = :actor, approved_at = :now WHERE id = :id"),
    ORDER_WAVE("""
            UPDATE campaign_wave SET state = 'ORDERED', ordered_by = :actor, ordered_at = :now, batch = CAST(:batch AS uuid),
                withheld = :withheld, withheld_total = :withheldTotal
            WHERE id = :id
            """),
    TOLD_DEAD("SELECT person FROM unnest(CAST(:persons AS uuid[])) AS asked(person) WHERE told_dead(person)"),
    PAYABLE_LINES("""
            SELECT id, person, name_latin, amount, account FROM campaign_line WHERE wave = :wave AND verdict = :verdict ORDER BY id
            """),
    PROGRESS_ORDERED("""
            INSERT INTO campaign_line_progress (line, state, since, disbursement, end_to_end_id)
            SELECT line, 'ORDERED', :now, disbursement, end_to_end_id
            FROM unnest(CAST(:lines AS uuid[]), CAST(:payments AS uuid[]), CAST(:references AS text[])) AS given (line, disbursement, end_to_end_id)
            """),
    PROGRESS_ISSUED("""
            INSERT INTO campaign_line_progress (line, state, since, voucher)
            SELECT line, 'VOUCHER_ISSUED', :now, voucher
            FROM unnest(CAST(:lines AS uuid[]), CAST(:numbers AS text[])) AS given (line, voucher)
            """),
    PROGRESS_MOVED("""
            UPDATE campaign_line_progress SET state = :to, since = :now WHERE line = ANY(:lines)
            """),

    ORDER_PAYMENTS("""
            INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
            SELECT id, source_type, source, tranche, envelope, amount, payee, holder, decode(account, 'base64'), approved_by, :actor, :now, 'ORDERED', :now
            FROM unnest(CAST(:ids AS uuid[]), CAST(:sourceTypes AS text[]), CAST(:sources AS uuid[]), CAST(:tranches AS integer[]), CAST(:envelopes AS uuid[]),
                        CAST(:amounts AS numeric[]), CAST(:payees AS uuid[]), CAST(:holders AS text[]), CAST(:accounts AS text[]), CAST(:approvers AS text[]))
                 AS given (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by)
            ON CONFLICT (source_type, source, tranche) WHERE state NOT IN ('REFUSED', 'RETURNED') DO NOTHING
            """),
    TO_THE_DEAD("SELECT id FROM disbursement WHERE id = ANY(:ids) AND told_dead(payee) ORDER BY id"),
    APPROVERS_OF("SELECT DISTINCT approved_by FROM disbursement WHERE id = ANY(:ids)"),
    SUM("SELECT sum(amount) FROM disbursement WHERE id = ANY(:ids)"),
    INSERT_BATCH("""
            INSERT INTO payment_batch (id, number, state, lines, total, prepared_by, prepared_at)
            VALUES (:id, format('PAY-%s-%s', CAST(:year AS integer), to_char(nextval('payment_batch_number'), 'FM000000')), 'PREPARED', :lines, :total, :actor, :now)
            RETURNING number
            """),
    BATCH_PAYMENTS("""
            UPDATE disbursement d SET state = 'BATCHED', state_since = :now, batch = :batch, position = given.position
            FROM unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS given (id, position)
            WHERE d.id = given.id AND d.state = 'ORDERED'
            """),
    ISSUE_VOUCHERS("""
            INSERT INTO voucher (number, source_type, source, envelope, amount, holder, issued_by, issued_at)
            SELECT format('BON-%s-%s', CAST(:year AS integer), to_char(nextval('voucher_number'), 'FM000000')),
                   source_type, source, envelope, amount, holder, :actor, :now
            FROM unnest(CAST(:sourceTypes AS text[]), CAST(:sources AS uuid[]), CAST(:envelopes AS uuid[]), CAST(:amounts AS numeric[]), CAST(:holders AS uuid[]))
                 AS given (source_type, source, envelope, amount, holder)
            RETURNING source, number
            """),

    BATCH(Pieces.BATCH, "WHERE id = :id"),
    HOLD_BATCH(Pieces.BATCH, "WHERE id = :id FOR UPDATE"),
    APPROVERS_OF_BATCH("SELECT DISTINCT approved_by FROM disbursement WHERE batch = :batch"),
    PAYMENTS_OF_BATCH(Pieces.STANDING, "WHERE d.batch = :batch AND d.state = 'BATCHED'"),
    FILE_LINES("""
            SELECT id, end_to_end_id, amount, holder, account FROM disbursement WHERE batch = :batch AND state = 'BATCHED' ORDER BY position
            """),
    KEEP_FILE("INSERT INTO payment_file (batch, content) VALUES (:batch, :content)"),
    SEND("""
            UPDATE disbursement SET state = 'SENT', state_since = :now WHERE batch = :batch AND state = 'BATCHED'
            """),
    RELEASE("""
            UPDATE payment_batch SET state = 'RELEASED', released_by = :actor, released_at = :at, content_sha256 = :sha256 WHERE id = :id
            """),
    OUTBOX_PUT("""
            INSERT INTO outbox (kind, aggregate, created_at, next_attempt_at) VALUES (:kind, :aggregate, :now, :now)
            """),
    BATCH_FIGURES("""
            SELECT state, approved_by, count(*)::int AS payments FROM disbursement WHERE batch = :id GROUP BY state, approved_by
            """),
    OUTBOX_NEXT("""
            SELECT id, kind, aggregate FROM outbox o
            WHERE delivered_at IS NULL AND next_attempt_at <= :now
              AND NOT EXISTS (
                  SELECT 1 FROM outbox earlier
                  WHERE earlier.aggregate = o.aggregate AND earlier.id < o.id AND earlier.delivered_at IS NULL)
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """),
    READ_FILE("SELECT content FROM payment_file WHERE batch = :batch"),
    WRITTEN("UPDATE payment_batch SET state = 'WRITTEN', written_at = :now WHERE id = :id AND state = 'RELEASED'"),
    DELIVERED("UPDATE outbox SET delivered_at = :now WHERE id = :id"),

    FIND_BANK_FILE(Pieces.BANK_FILE, "WHERE sha256 = :sha256"),
    FIND_BANK_MESSAGE(Pieces.BANK_FILE, "WHERE kind = :kind AND message_id = :messageId AND repeats = 0"),
    BOOKINGS_BEFORE("""
            SELECT disbursement, says, bank_reference FROM bank_file_line
            WHERE disbursement = ANY(:ids) AND says IN ('DEBITED', 'RETURNED') AND outcome IN ('APPLIED', 'ALREADY')
            """),
    HOLD_PAYMENTS(Pieces.STANDING, "WHERE d.end_to_end_id = ANY(:ids) ORDER BY d.id FOR UPDATE OF d"),
    INSERT_BANK_FILE("""
            INSERT INTO bank_file (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions)
            VALUES (:id, :kind, :messageId, decode(:sha256, 'hex'), :receivedBy, :at, :lines, :applied, :already, :noted, :exceptions)
            ON CONFLICT DO NOTHING
            """),
    INSERT_BANK_LINES("""
            INSERT INTO bank_file_line (bank_file, position, end_to_end_id, batch_number, says, amount, currency, bank_reason, bank_reference, disbursement, outcome, exception)
            SELECT :bankFile, position, nullif(end_to_end_id, ''), nullif(batch_number, ''), says, CAST(nullif(amount, '') AS numeric), nullif(currency, ''),
                   nullif(bank_reason, ''), nullif(bank_reference, ''), CAST(nullif(disbursement, '') AS uuid), outcome, nullif(exception, '')
            FROM unnest(CAST(:references AS text[]), CAST(:batches AS text[]), CAST(:says AS text[]), CAST(:amounts AS text[]), CAST(:currencies AS text[]),
                        CAST(:bankReasons AS text[]), CAST(:bankReferences AS text[]), CAST(:disbursements AS text[]), CAST(:outcomes AS text[]), CAST(:exceptions AS text[]))
                 WITH ORDINALITY AS given (end_to_end_id, batch_number, says, amount, currency, bank_reason, bank_reference, disbursement, outcome, exception, position)
            ORDER BY position
            """),
    MOVE_PAYMENTS("""
            UPDATE disbursement d
            SET state = :to, state_since = :now,
                bank_reason = coalesce(nullif(given.reason, ''), d.bank_reason),
                bank_reference = coalesce(nullif(given.reference, ''), d.bank_reference)
            FROM unnest(CAST(:ids AS uuid[]), CAST(:reasons AS text[]), CAST(:references AS text[])) AS given (id, reason, reference)
            WHERE d.id = given.id
            """);

    /** What several statements begin or end with. */
    private static final class Pieces {
        static final String MOVED = "moved";
        static final String AUDIT =
                "INSERT INTO audit_entry (occurred_at, actor, actor_office, action, subject_type, subject_id, purpose, request_id, facts) ";
        static final String AUDIT_ENTRY = """
                CAST(:auditAt AS timestamptz), :auditActor, CAST(:auditOffice AS text), :auditAction, :auditSubjectType, :auditSubjectId,
                CAST(:auditPurpose AS text), CAST(:auditRequest AS text), CAST(:auditFacts AS jsonb)
                """;
        static final String REQUEST_COLUMNS =
                "id, number, state, programme, programme_version, office, year, request_person(id, person) AS person, ids_of_person(request_person(id, person)) AS known_as, person_name_ar, person_name_latin, person_office, "
                        + "person_as_of, channel, deadline, complement_asked_on, amount, instructed_by, instructors, proposed_by, proposers, approved_by, decision, "
                        + "envelope, disbursement, version";
        static final String WAVE = """
                SELECT id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at,
                       proposed_by, proposed_at, approved_by, approved_at, ordered_by, ordered_at, batch, withheld, withheld_total,
                       discarded_by, discarded_at, discard_reasons
                FROM campaign_wave
                """;
        static final String OF_CAMPAIGN = "WHERE campaign = :campaign AND number = :number";
        static final String BATCH = """
                SELECT id, number, state, lines, total, prepared_by, prepared_at, released_by, released_at, encode(content_sha256, 'hex') AS content_sha256, written_at
                FROM payment_batch
                """;
        static final String STANDING = """
                SELECT d.id, d.end_to_end_id, d.source_type, d.source, d.envelope, d.amount, d.state, d.bank_reference, b.number AS batch_number, b.released_at
                FROM disbursement d LEFT JOIN payment_batch b ON b.id = d.batch
                """;

        static final String BANK_FILE = """
                SELECT id, kind, message_id, encode(sha256, 'hex') AS sha256, received_by, received_at, lines, applied, already, noted, exceptions
                FROM bank_file
                """;

        private Pieces() {}
    }

    /** A name of a value; two colons are PostgreSQL's own cast. */
    static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final List<String> pieces;

    Sent(String... pieces) {
        this.pieces = List.copyOf(Arrays.asList(pieces));
    }

    List<String> pieces() {
        return pieces;
    }

    String text() {
        return String.join("", pieces);
    }

    /** The statement with an expression of SQL for each of its values. */
    String with(Map<String, String> values) {
        return NAME.matcher(text()).replaceAll(name -> {
            String value = values.get(name.group(1));
            if (value == null) {
                throw new IllegalArgumentException(this + " wants a value for " + name.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The movement of an envelope as a statement of its own. */
    static String movement() {
        return "WITH balance AS (" + HOLD_BALANCE.text() + "),\nentered AS (" + ENTER.text()
                + ")\nSELECT EXISTS (SELECT 1 FROM balance)";
    }
}
