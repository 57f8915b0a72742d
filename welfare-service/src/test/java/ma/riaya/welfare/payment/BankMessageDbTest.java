package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** The bank's identifiers and words count once for PostgreSQL, whatever the application believes. */
@QuarkusTest
class BankMessageDbTest {

    private static final String UNIQUE = "23505";
    private static final String DENIED = "42501";

    private static final String FILE =
            "INSERT INTO bank_file (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions%s) "
                    + "VALUES (uuidv7(), '%s', '%s', sha256('%s'), 'x', now(), 0, 0, 0, 0, 0%s)";

    @Test
    void anIdentifierOfTheBankStandsForOneMessageOfItsKind() throws SQLException {
        String id = "DB-" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection app = Postgres.asApp()) {
            app.setAutoCommit(false);
            execute(app, FILE.formatted("", "CAMT_054", id, id, ""));
            execute(app, FILE.formatted("", "PAIN_002", id, id + "-other-kind", ""));
            refused(app, FILE.formatted("", "CAMT_054", id, id + "-again", ""), UNIQUE);
            app.rollback();
            refused(app, FILE.formatted(", repeats", "CAMT_054", id, id, ", 1"), DENIED);
        }
    }

    /** Files from before identifiers were kept apart may share one: the migration numbers them, and loses none. */
    @Test
    void filesThatShareAnIdentifierAreNumberedAsTheyCame() throws Exception {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(
                    "CREATE TEMPORARY TABLE bank_file (LIKE public.bank_file INCLUDING DEFAULTS) ON COMMIT DROP");
            statement.execute("ALTER TABLE bank_file DROP COLUMN repeats");
            statement.execute(
                    "CREATE TRIGGER bank_file_append_only BEFORE UPDATE OR DELETE ON bank_file FOR EACH ROW EXECUTE FUNCTION refuse_change()");
            for (String row : new String[] {
                "'CAMT_054', 'A', 2",
                "'CAMT_054', 'A', 1",
                "'PAIN_002', 'A', 3",
                "'CAMT_054', 'B', 4",
                "'CAMT_054', 'A', 5"
            }) {
                String[] values = row.split(", ", -1);
                statement.execute(
                        "INSERT INTO bank_file (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions) "
                                + "VALUES (uuidv7(), " + values[0] + ", " + values[1] + ", sha256('" + values[2]
                                + "'), 'x', TIMESTAMPTZ '2025-07-0" + values[2] + " 12:00+00', 0, 0, 0, 0, 0)");
            }
            statement.execute(migration("V120__number_the_messages_of_the_bank.sql"));
            statement.execute("ALTER TABLE bank_file ADD UNIQUE (kind, message_id, repeats)");

            try (var rows = statement.executeQuery(
                    "SELECT string_agg(extract(day FROM received_at AT TIME ZONE 'UTC') || ':' || repeats, ' ' ORDER BY received_at) FROM bank_file")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("1:0 2:1 3:0 4:0 5:2");
            }
            assertThatThrownBy(() -> statement.execute("UPDATE bank_file SET repeats = 7"))
                    .isInstanceOf(SQLException.class);
            owner.rollback();
        }
    }

    private static String migration(String name) throws IOException {
        try (var file = BankMessageDbTest.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refused(Connection app, String sql, String state) {
        assertThatThrownBy(() -> execute(app, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getSQLState()).isEqualTo(state));
    }
}
