package ma.riaya.acceptance.bench;

import java.util.HashMap;
import java.util.Map;

/** The statements of one act as a script of pgbench; values that the service computes stand as constants of the same length. */
final class Scripts {

    /** The envelope that the approvals reserve in: one row, as hot as the service's, of an office that has no other. */
    private static final String ENVELOPE = "CAST('00000000-0000-7000-8000-0000000000e1' AS uuid)";

    /** An identifier that pgbench can compute from a number. */
    private static final String IDENTIFIER =
            "CAST('00000000-0000-7000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid)";

    private static final String A_KEY = "\\set key random(1, 9000000000000000000)\n";

    private static final Map<String, String> VALUES = values();

    private Scripts() {}

    /** A request opened: the key looked up and claimed, the row with history and audit, the answer kept. */
    static String creation() {
        Map<String, String> values = new HashMap<>(VALUES);
        values.put("from", "NULL");
        values.put("id", "uuidv7()");
        values.put("to", "'DRAFT'");
        values.put("reasons", "NULL");
        return A_KEY + line(Sent.KEPT, values) + "BEGIN;\n" + line(Sent.CLAIM, values) + "WITH moved AS ("
                + Sent.OPEN_REQUEST.with(values) + "),\n" + history(values) + "SELECT " + Sent.REQUEST_COLUMNS.text()
                + " FROM moved;\n" + line(Sent.KEEP, values) + "END;\n";
    }

    /** One request read by its identifier, with its documents. */
    static String read(int rows) {
        return "\\set n random(1, " + rows + ")\n" + line(Sent.REQUEST, VALUES) + line(Sent.DOCUMENTS, VALUES);
    }

    /** Rows to approve, each once: a client takes its own stretch of numbers, one after the other. */
    static String approval(int rowsForEachClient) {
        Map<String, String> values = new HashMap<>(VALUES);
        values.put("from", "'PROPOSED'");
        values.put("to", "'APPROVED'");
        values.put("reasons", "'Situation établie'");
        return "\\set i :i + 1\n\\set n :client_id * " + rowsForEachClient + " + :i\n" + A_KEY + "BEGIN;\n"
                + line(Sent.CLAIM, values) + line(Sent.LOCK_REQUEST, values) + "WITH moved AS ("
                + Sent.APPROVE_REQUEST.with(values) + "),\n" + history(values) + ", decided AS ("
                + Sent.DECIDE.with(values) + "), balance AS (" + Sent.HOLD_BALANCE.with(values) + "), entered AS ("
                + Sent.ENTER.with(values) + ")\nSELECT " + Sent.REQUEST_COLUMNS.text()
                + " FROM moved WHERE EXISTS (SELECT 1 FROM balance);\n" + line(Sent.DOCUMENTS, values)
                + line(Sent.KEEP, values) + "END;\n";
    }

    /** What stands before reading and approving: an envelope of this year, and requests that are proposed. */
    static String prepare(int rows) {
        return """
                INSERT INTO envelope (id, programme, office, year, created_at)
                VALUES (%1$s, 'SERIOUS_ILLNESS', 'DAK', extract(year FROM now() AT TIME ZONE 'Africa/Casablanca'), now());
                INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                VALUES (%1$s, 'ALLOT', 9000000000, 'envelope', %1$s, now());
                INSERT INTO aid_request (id, number, state, programme, programme_version, one_open_request, office, year, person,
                    person_name_ar, person_name_latin, person_office, person_as_of, situation, channel, opened_by, opened_at, deadline,
                    amount, instructed_by, proposed_by, proposal_reasons, version, changed_at)
                SELECT CAST('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') AS uuid), 'DAK-2100-' || lpad(n::text, 6, '0'), 'PROPOSED',
                    'SERIOUS_ILLNESS', 1, true, 'DAK', 2100, uuidv7(), 'فاطمة الزهراء آيت بن حدو', 'Fatima Zahra AIT BENHADDOU', 'RAB', now(),
                    CAST(repeat('s', 80) AS bytea), 'COUNTER', 'pgbench-officer', now(), '2100-12-31', 3000, 'pgbench-officer',
                    'pgbench-officer', 'Traitement lourd', 1, now()
                FROM generate_series(1, %2$d) AS n;
                ANALYZE aid_request;
                """.formatted(ENVELOPE, rows);
    }

    private static String history(Map<String, String> values) {
        return "told AS (" + Sent.TELL.with(values) + "),\naudited AS (" + Sent.AUDITED.with(values) + ")\n";
    }

    private static String line(Sent statement, Map<String, String> values) {
        return statement.with(values).strip() + ";\n";
    }

    private static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("caller", "'pgbench'");
        values.put("key", "'k' || CAST(:key AS text)");
        values.put("operation", "'AidRequestResource.open'");
        values.put("hash", "sha256(CAST('request' AS bytea))");
        values.put("now", "now()");
        values.put("until", "NULL");
        values.put("status", "201");
        values.put("headers", "'{\"ETag\": \"1\"}'");
        values.put("body", "repeat('x', 900)");
        values.put("id", IDENTIFIER);
        values.put("request", IDENTIFIER);
        values.put("version", "1");
        values.put("at", "now()");
        values.put("actor", "'pgbench'");
        values.put("actorOffice", "'RAB'");
        values.put("auditAt", "now()");
        values.put("auditActor", "'pgbench'");
        values.put("auditOffice", "'RAB'");
        values.put("auditAction", "'aid-request-moved'");
        values.put("auditSubjectType", "'aid-request'");
        values.put("auditSubjectId", "CAST(uuidv7() AS text)");
        values.put("auditPurpose", "NULL");
        values.put("auditRequest", "uuidv7()");
        values.put(
                "auditFacts",
                "'{\"from\": \"PROPOSED\", \"to\": \"APPROVED\", \"amount\": \"3000.00\", \"decision\": \"00000000-0000-7000-8000-000000000000\"}'");
        opening(values);
        approving(values);
        return Map.copyOf(values);
    }

    private static void opening(Map<String, String> values) {
        values.put("programme", "'SERIOUS_ILLNESS'");
        values.put("programmeVersion", "1");
        values.put("oneOpen", "true");
        values.put("office", "'RAB'");
        values.put("year", "2100");
        values.put("person", "uuidv7()");
        values.put("nameAr", "'فاطمة الزهراء آيت بن حدو'");
        values.put("nameLatin", "'Fatima Zahra AIT BENHADDOU'");
        values.put("personOffice", "'RAB'");
        values.put("asOf", "now()");
        values.put("situation", "CAST(repeat('s', 80) AS bytea)");
        values.put("channel", "'COUNTER'");
    }

    private static void approving(Map<String, String> values) {
        values.put("approver", "'pgbench'");
        values.put("decidedBy", "'pgbench'");
        values.put("decision", IDENTIFIER);
        values.put("grantedFrom", ENVELOPE);
        values.put("movedEnvelope", ENVELOPE);
        values.put("reserved", "3000");
        values.put("committed", "0");
        values.put("paid", "0");
        values.put("kind", "'RESERVE'");
        values.put("causeType", "'decision'");
        values.put("movedAt", "now()");
        values.put("causes", "ARRAY[" + IDENTIFIER + "]");
        values.put("amounts", "ARRAY[3000]");
    }
}
