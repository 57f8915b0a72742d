package ma.riaya.acceptance.bench;

/**
 * What welfare-service sends to PostgreSQL for one act, as a script of pgbench.
 *
 * <p>The texts follow those of the service's features {@code aidrequest}, {@code decision} and {@code budget} and of the kit's
 * {@code idempotency} and {@code audit}: whoever changes a statement there changes it here.
 * Values that the service computes, such as a sealed text, stand as constants of the same length.
 */
final class Statements {

    /** The envelope that the approvals of pgbench reserve in: one row, as hot as the service's. */
    static final String ENVELOPE = "00000000-0000-7000-8000-0000000000e1";

    private static final String CLAIM = """
            INSERT INTO idempotency_key (caller, key, operation, request_hash, created_at, kept_until)
            VALUES ('pgbench', 'k' || CAST(:key AS text), 'AidRequestResource.act', sha256(CAST('request' AS bytea)), now(), NULL)
            ON CONFLICT (caller, key) DO NOTHING;
            """;

    private static final String KEEP = """
            UPDATE idempotency_key SET status = 201, headers = CAST('{"ETag": "1"}' AS jsonb), body = repeat('x', 900)
            WHERE caller = 'pgbench' AND key = 'k' || CAST(:key AS text);
            """;

    private static final String HISTORY_AND_AUDIT = """
            , told AS (
                INSERT INTO aid_request_move (request, from_state, to_state, actor, actor_office, occurred_at, reasons)
                SELECT id, CAST('PROPOSED' AS text), state, 'pgbench', CAST('RAB' AS text), now(), CAST('reasons' AS text) FROM moved
            ), audited AS (
                INSERT INTO audit_entry (occurred_at, actor, actor_office, action, subject_type, subject_id, purpose, request_id, facts)
                SELECT now(), 'pgbench', CAST('RAB' AS text), 'aid-request-moved', 'aid-request', CAST(id AS text),
                    CAST(NULL AS text), CAST(uuidv7() AS text), CAST('{"from": "PROPOSED", "to": "APPROVED"}' AS jsonb)
                FROM moved
            )
            """;

    private static final String COLUMNS =
            "id, number, state, programme, programme_version, office, year, person, person_name_ar, person_name_latin, person_office, "
                    + "person_as_of, channel, deadline, complement_asked_on, amount, proposed_by, proposal_reasons, approved_by, decision, "
                    + "envelope, disbursement, version";

    private static final String DOCUMENTS =
            "SELECT id, kind, name, media_type, size, sha256, added_by, added_at FROM aid_request_document WHERE request = %s ORDER BY id;\n";

    /** Rows of the key-value form of identifiers that pgbench can compute from a number. */
    private static final String IDENTIFIER =
            "CAST('00000000-0000-7000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid)";

    private Statements() {}

    /** A request opened: key, row with history and audit, documents of the view, answer kept. */
    static String creation() {
        return "\\set key random(1, 9000000000000000000)\nBEGIN;\n" + CLAIM + """
                WITH moved AS (
                    INSERT INTO aid_request (id, state, programme, programme_version, one_open_request, office, year, person, person_name_ar,
                        person_name_latin, person_office, person_as_of, situation, channel, opened_by, opened_at, version, changed_at)
                    VALUES (uuidv7(), 'DRAFT', 'SERIOUS_ILLNESS', 1, true, 'RAB', 2026, uuidv7(), 'فاطمة الزهراء آيت بن حدو',
                        'Fatima Zahra AIT BENHADDOU', 'RAB', now(), CAST(repeat('s', 120) AS bytea), 'COUNTER', 'pgbench', now(), 1, now())
                    ON CONFLICT (person, programme)
                        WHERE one_open_request AND state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'ORDERED', 'RETURNED')
                        DO NOTHING
                    RETURNING *
                )
                """ + HISTORY_AND_AUDIT + "SELECT "
                + COLUMNS + " FROM moved;\n" + DOCUMENTS.formatted("uuidv7()") + KEEP + "END;\n";
    }

    /** One request read by its identifier, with its documents. */
    static String read(int rows) {
        return "\\set n random(1, " + rows + ")\nSELECT " + COLUMNS + " FROM aid_request WHERE id = " + IDENTIFIER
                + ";\n" + DOCUMENTS.formatted(IDENTIFIER);
    }

    /** Rows to approve, each once: a client takes its own stretch of numbers, one after the other. */
    static String approval(int rowsForEachClient) {
        return "\\set i :i + 1\n\\set n :client_id * " + rowsForEachClient
                + " + :i\n\\set key random(1, 9000000000000000000)\nBEGIN;\n"
                + CLAIM
                + "SELECT " + COLUMNS + " FROM aid_request WHERE id = " + IDENTIFIER + " FOR NO KEY UPDATE;\n"
                + "SELECT id FROM envelope WHERE programme = 'SERIOUS_ILLNESS' AND office = 'RAB' AND year = 2100;\n"
                + """
                WITH moved AS (
                    UPDATE aid_request r SET state = 'APPROVED', version = r.version + 1, changed_at = now(), approved_by = 'pgbench',
                        decision = %1$s, envelope = '%2$s'
                    WHERE r.id = %1$s AND r.version = 1 RETURNING r.*
                )
                """.formatted(IDENTIFIER, ENVELOPE)
                + HISTORY_AND_AUDIT
                + """
                , decided AS (
                    INSERT INTO decision (id, request, outcome, programme, programme_version, amount, envelope, proposed_by, proposal_reasons,
                        decided_by, reasons, decided_at)
                    SELECT decision, id, state, programme, programme_version, amount, envelope, proposed_by, proposal_reasons,
                        'pgbench', 'reasons', changed_at
                    FROM moved
                ), balance AS (
                    UPDATE envelope SET reserved = reserved + 3000, committed = committed + 0, paid = paid + 0
                    WHERE id = '%s'
                      AND reserved + 3000 >= 0 AND committed + 0 >= 0 AND paid + 0 >= 0
                      AND reserved + committed + paid + 3000 <= allotted
                    RETURNING id
                ), entered AS (
                    INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                    SELECT balance.id, 'RESERVE', share.amount, 'decision', share.cause, now()
                    FROM balance, unnest(ARRAY[uuidv7()], ARRAY[CAST(3000 AS numeric)]) AS share (cause, amount)
                    RETURNING id
                )
                """.formatted(ENVELOPE)
                + "SELECT " + COLUMNS + " FROM moved WHERE EXISTS (SELECT 1 FROM balance);\n"
                + DOCUMENTS.formatted(IDENTIFIER) + KEEP + "END;\n";
    }

    /** Before the approvals: an envelope of another year, and rows that stand as proposed. */
    static String prepare(int rows) {
        return """
                INSERT INTO envelope (id, programme, office, year, allotted, created_at)
                VALUES ('%1$s', 'SERIOUS_ILLNESS', 'RAB', 2100, 9000000000, now()) ON CONFLICT DO NOTHING;
                INSERT INTO aid_request (id, number, state, programme, programme_version, one_open_request, office, year, person,
                    person_name_ar, person_name_latin, person_office, person_as_of, situation, channel, opened_by, opened_at, deadline,
                    amount, proposed_by, proposal_reasons, version, changed_at)
                SELECT CAST('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') AS uuid), 'RAB-2100-' || n, 'PROPOSED',
                    'SERIOUS_ILLNESS', 1, true, 'RAB', 2100, uuidv7(), 'فاطمة الزهراء آيت بن حدو', 'Fatima Zahra AIT BENHADDOU', 'RAB', now(),
                    CAST(repeat('s', 120) AS bytea), 'COUNTER', 'pgbench-officer', now(), '2100-12-31', 3000, 'pgbench-officer', 'reasons', 1, now()
                FROM generate_series(1, %2$d) AS n;
                ANALYZE aid_request;
                """.formatted(ENVELOPE, rows);
    }
}
