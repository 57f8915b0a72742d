package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every service's schema keeps; extend it with {@code @QuarkusTest}, which has run the migrations. */
public abstract class DatabaseConventions {

    private static final String OWN_TABLES = """
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'
            """;

    @Test
    void everyTableIsDocumented() throws SQLException {
        assertThat(read("SELECT c.relname " + OWN_TABLES)).isNotEmpty();
        assertThat(read("SELECT c.relname " + OWN_TABLES + " AND obj_description(c.oid, 'pg_class') IS NULL"))
                .isEmpty();
    }

    @Test
    void everyColumnIsDocumented() throws SQLException {
        assertThat(read("""
                        SELECT c.relname || '.' || a.attname
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'
                          AND a.attnum > 0 AND NOT a.attisdropped AND col_description(c.oid, a.attnum) IS NULL
                        ORDER BY 1
                        """)).isEmpty();
    }

    /** A row of the trail is written once: the application's role may neither change nor remove it. */
    @Test
    void theAuditTrailTakesInsertsOnly() throws SQLException {
        assertThat(read("""
                        SELECT privilege_type FROM information_schema.role_table_grants
                        WHERE table_name = 'audit_entry' AND grantee = '%s' ORDER BY 1
                        """.formatted(Postgres.APP))).containsExactly("INSERT", "SELECT");
        assertThat(read("""
                        SELECT tgname FROM pg_trigger WHERE tgrelid = 'audit_entry'::regclass AND NOT tgisinternal
                        """)).isNotEmpty();
    }

    /** Where it could be forgotten or rewritten, a repetition would move the money again. */
    @Test
    void anAnswerKeptForEverStays() throws SQLException {
        String answered = """
                INSERT INTO idempotency_key (caller, key, operation, request_hash, status, created_at, kept_until)
                VALUES ('someone', 'kept', 'operation', '', 201, now(), %s)
                """;
        assertThat(asApp(answered.formatted("NULL"), "DELETE FROM idempotency_key"))
                .isEqualTo("23001");
        assertThat(asApp(answered.formatted("NULL"), "UPDATE idempotency_key SET body = 'other'"))
                .isEqualTo("23001");
        assertThat(asApp(answered.formatted("now()"), "DELETE FROM idempotency_key WHERE key = 'kept'"))
                .isEmpty();
    }

    @Test
    void theApplicationOwnsNothing() throws SQLException {
        assertThat(read("""
                        SELECT relname::text FROM pg_class WHERE relowner = '%s'::regrole
                        """.formatted(Postgres.APP))).isEmpty();
    }

    /** The state that PostgreSQL refuses with, empty where it takes them all; nothing stays. */
    private static String asApp(String... statements) throws SQLException {
        try (Connection connection = Postgres.asApp();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String each : statements) {
                    statement.execute(each);
                }
                return "";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> read(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = Postgres.asOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
