package ma.riaya.acceptance.bench.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an import leaves behind, in one order, so that two runs can be compared.
 *
 * <p>Left out are identifiers and instants, which differ by their nature, and the sealed bytes, which are different each time that one
 * value is sealed: in their place stand the blind indexes, the length of what is sealed, and the digest of the row that brought it.
 */
final class RegistryDump {

    private static final Map<String, String> PARTS = parts();

    /** A part of the dump: its rows, and a hash of all of them. */
    record Part(long rows, String sha256) {}

    private RegistryDump() {}

    static Map<String, Part> of(Connection database) throws SQLException {
        Map<String, Part> dump = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            dump.put(part.getKey(), read(database, part.getValue()));
        }
        return dump;
    }

    /** The names of the parts that differ. */
    static List<String> differences(Map<String, Part> one, Map<String, Part> other) {
        List<String> differing = new ArrayList<>();
        one.forEach((name, part) -> {
            if (!part.equals(other.get(name))) {
                differing.add(name);
            }
        });
        return differing;
    }

    private static Part read(Connection database, String query) throws SQLException {
        MessageDigest digest = sha256();
        long rows = 0;
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet lines = statement.executeQuery(query)) {
                while (lines.next()) {
                    digest.update(lines.getString(1).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                    rows++;
                }
            }
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
        return new Part(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("person", """
                SELECT row(reference, matricule, cin_index, cin_verified, length(cin_sealed), family_name_ar, given_name_ar,
                    family_name_latin, given_name_latin, sex, birth_date, death_date, province, office, account_problem,
                    origins, version)::text
                FROM person ORDER BY reference
                """);
        parts.put("category_period", """
                SELECT row(p.reference, c.category, c.held, c.end_reason, c.evidence, c.source, c.known_until IS NULL)::text
                FROM category_period c JOIN person p ON p.id = c.person_id ORDER BY p.reference, c.category, c.held, c.known_until IS NULL
                """);
        parts.put("pension_period", """
                SELECT row(p.reference, c.held, length(c.amount_sealed), c.source, c.known_until IS NULL)::text
                FROM pension_period c JOIN person p ON p.id = c.person_id ORDER BY p.reference, c.held, c.known_until IS NULL
                """);
        parts.put("account", """
                SELECT row(p.reference, c.iban_index, length(c.iban_sealed), c.used_until IS NULL, c.source)::text
                FROM account c JOIN person p ON p.id = c.person_id ORDER BY p.reference, c.iban_index
                """);
        parts.put("person_link", """
                SELECT row(p.reference, l.kind, o.reference, l.held, l.source, l.known_until IS NULL)::text
                FROM person_link l JOIN person p ON p.id = l.person_id JOIN person o ON o.id = l.other_id
                ORDER BY p.reference, l.kind, o.reference, l.held, l.known_until IS NULL
                """);
        parts.put("life_date", """
                SELECT row(p.reference, d.kind, d.day, d.source, d.known_until IS NULL)::text
                FROM life_date d JOIN person p ON p.id = d.person_id ORDER BY p.reference, d.kind, d.day
                """);
        parts.put("outbox", """
                SELECT row(p.reference, t.kind, t.change, t.what, t.from_day, t.until_day)::text
                FROM outbox t JOIN person p ON p.id = t.person_id
                ORDER BY p.reference, t.kind, t.what, t.from_day, t.change
                """);
        parts.put("awaited_link", """
                SELECT row(p.reference, l.kind, l.other_reference, l.held, l.line, l.source)::text
                FROM awaited_link l JOIN person p ON p.id = l.person_id
                ORDER BY p.reference, l.kind, l.other_reference, l.held
                """);
        parts.put("person_name", """
                SELECT row(p.reference, n.office, n.keys, n.born_key)::text
                FROM person_name n JOIN person p ON p.id = n.person_id ORDER BY p.reference
                """);
        parts.put("name_word", "SELECT word FROM name_word ORDER BY word");
        parts.put("source_record", """
                SELECT row(s.source, s.reference, p.reference, s.digest, s.absent_since IS NULL)::text
                FROM source_record s JOIN person p ON p.id = s.person_id ORDER BY s.source, s.reference
                """);
        parts.put("import_line", """
                SELECT row(line, number, verdict, reference, code, parameters)::text FROM import_line ORDER BY line, number
                """);
        parts.put("import_verdict", """
                SELECT row(u.line, u.verdict, p.reference)::text
                FROM import_verdict v, unnest(v.lines, v.verdicts, v.persons) AS u(line, verdict, person)
                LEFT JOIN person p ON p.id = u.person ORDER BY u.line
                """);
        parts.put("import_job", """
                SELECT row(state, rows, rows_done, created, updated, unchanged, needs_look, refused, warnings, absent)::text
                FROM import_job ORDER BY id
                """);
        parts.put("audit_entry", """
                SELECT row(action, count(*))::text FROM audit_entry WHERE action LIKE '%import%' GROUP BY action ORDER BY action
                """);
        parts.put("left_waiting", """
                SELECT (SELECT count(*) FROM import_part)::text || ' ' || (SELECT count(*) FROM import_key)::text
                """);
        return parts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
