package ma.riaya.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import ma.riaya.testkit.Postgres;

/** What somebody tries who speaks SQL as the application's own role, in one transaction and to its commit. */
public final class SqlForTests {

    public static final String CHECK = "23514";
    public static final String RESTRICT = "23001";
    public static final String UNIQUE = "23505";
    public static final String DENIED = "42501";

    private SqlForTests() {}

    /** PostgreSQL refuses one of the statements, or their commit, with this state and words that hold {@code naming}. */
    public static void assertRefused(String sqlState, String naming, String... statements) {
        assertThat(catchThrowable(() -> run(statements)))
                .as("all of " + Arrays.toString(statements))
                .hasMessageContaining(naming)
                .isInstanceOfSatisfying(
                        SQLException.class, why -> assertThat(why.getSQLState()).isEqualTo(sqlState));
    }

    private static void run(String... statements) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            for (String statement : statements) {
                sql.execute(statement);
            }
            app.commit();
        }
    }

    /** The one value that a query finds. */
    public static String value(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                var rows = sql.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }
}
