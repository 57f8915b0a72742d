package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** What the database itself keeps of what was known when. */
@QuarkusTest
class TwoTimesDbTest {

    private static final String RETIRED = """
            INSERT INTO category_period (id, person_id, category, held, source)
            VALUES (uuidv7(), '%s', 'RETIRED', daterange('%s', NULL), 'REGISTRY') RETURNING id
            """;

    @Test
    void aRowIsClosedOnceAndNeverChangedOrRemoved() throws SQLException {
        String person = People.registered("RAB");
        try (Connection app = Postgres.asApp()) {
            String row = one(app, RETIRED.formatted(person, "2020-01-01"));
            for (String table : List.of("category_period", "pension_period", "person_link")) {
                refused(app, "DELETE FROM " + table, "42501");
                refused(app, "UPDATE " + table + " SET held = 'empty'", "42501");
            }
            refused(app, "UPDATE life_date SET known_until = 0", "42501");
            refused(
                    app,
                    "INSERT INTO category_period (id, person_id, category, held, source, known_from)"
                            + " VALUES (uuidv7(), '" + person
                            + "', 'ACTIVE', daterange('2001-01-01', NULL), 'ENTRY', 0)",
                    "42501");
            run(app, close(row));
            refused(app, close(row), "23001");
        }
        try (Connection owner = Postgres.asOwner()) {
            String row = one(owner, "SELECT id FROM category_period WHERE person_id = '" + person + "'");
            refused(owner, "DELETE FROM category_period WHERE id = '" + row + "'", "23001");
            refused(owner, "UPDATE category_period SET category = 'ACTIVE' WHERE id = '" + row + "'", "23001");
            String open = one(owner, RETIRED.formatted(person, "2021-01-01"));
            refused(owner, "UPDATE category_period SET evidence = 'x' WHERE id = '" + open + "'", "23001");
        }
    }

    @Test
    void whatIsKnownNowHoldsACategoryOnceAndWhatWasKnownIsInNobodysWay() throws SQLException {
        String person = People.registered("RAB");
        try (Connection app = Postgres.asApp()) {
            String first = one(app, RETIRED.formatted(person, "2020-01-01"));
            refused(app, RETIRED.formatted(person, "2021-01-01"), "23P01");
            run(app, close(first));
            one(app, RETIRED.formatted(person, "2021-01-01"));
        }
    }

    /** Whoever asks while somebody writes gets a moment whose answer the writer does not change. */
    @Test
    void aMomentAnsweredIsBeforeAllThatCommitsLater() throws Exception {
        String person = People.registered("RAB");
        try (Connection writer = Postgres.asApp();
                Connection reader = Postgres.asApp()) {
            writer.setAutoCommit(false);
            one(writer, RETIRED.formatted(person, "2020-01-01"));
            OffsetDateTime asked = moment(reader);
            assertThat(known(reader, person, asked)).isZero();
            writer.commit();
            assertThat(known(reader, person, asked)).isZero();
            assertThat(known(reader, person, moment(reader))).isEqualTo(1);
        }
    }

    /** A reader waits for a commit under way, and never longer. */
    @Test
    void aReaderWaitsForACommitThatHasItsMoment() throws Exception {
        String person = People.registered("RAB");
        try (Connection writer = Postgres.asApp();
                Connection reader = Postgres.asApp()) {
            writer.setAutoCommit(false);
            one(writer, RETIRED.formatted(person, "2020-01-01"));
            run(writer, "SET CONSTRAINTS ALL IMMEDIATE");
            Supplier<OffsetDateTime> ask = () -> {
                try {
                    return moment(reader);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
            CompletableFuture<OffsetDateTime> asked = CompletableFuture.supplyAsync(ask);
            assertThatThrownBy(() -> asked.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            writer.commit();
            assertThat(known(reader, person, asked.get(10, TimeUnit.SECONDS))).isEqualTo(1);
        }
    }

    private static long known(Connection connection, String person, OffsetDateTime at) throws SQLException {
        return Long.parseLong(one(
                connection,
                "SELECT count(*) FROM category_period c WHERE person_id = '" + person + "' AND "
                        + Knowledge.knownAt("c").replace(":knownAt", "'" + at + "'")));
    }

    private static OffsetDateTime moment(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT knowledge_moment()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private static String close(String row) {
        return "UPDATE category_period SET known_until = knowledge_now() WHERE id = '" + row + "'";
    }

    private static String one(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(statement)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void refused(Connection connection, String statement, String state) {
        assertThatThrownBy(() -> run(connection, statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}
