package ma.riaya.beneficiary.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** What the database itself keeps of merges, whoever asks as the application. */
@QuarkusTest
class MergeDbTest {

    private static final String PROPOSAL = """
            INSERT INTO person_merge (id, kind, survivor, merged, state, choices, lines, reason_sealed, survivor_version, merged_version,
                proposed_by, proposed_at)
            VALUES (uuidv7(), 'MERGE', '%s', '%s', '%s', '{}', '{}', '\\x00', 1, 1, 'one', now()) RETURNING id
            """;

    @Test
    void nobodyApprovesWhatTheyProposed() throws SQLException {
        String one = Merging.person("ألمو", "ALMOU", "1941-01-03", null);
        String other = Merging.person("ألمو", "ALMOU", "1941-01-04", null);
        try (Connection app = Postgres.asApp()) {
            refused(app, PROPOSAL.formatted(one, other, "DONE"), "23001");
            String id = one(app, PROPOSAL.formatted(one, other, "PROPOSED"));
            refused(app, decided(id, "DONE", "one"), "23514");
            refused(app, decided(id, "REJECTED", "one"), "23514");
            refused(app, decided(id, "WITHDRAWN", "two"), "23514");
            refused(app, "UPDATE person_merge SET proposed_by = 'two' WHERE id = '" + id + "'", "42501");
            run(app, decided(id, "REJECTED", "two"));
            refused(app, decided(id, "DONE", "two"), "23001");
        }
    }

    @Test
    void onlyAnApprovalMakesTwoRecordsOneAndTheMergedOneHoldsNothing() throws SQLException {
        String survivor = Merging.person("ألمو", "ALMOU", "1941-02-03", null);
        String gone = Merging.person("ألمو", "ALMOU", "1941-02-04", null);
        Merging.category(gone, "RETIRED", "2001-01-01", null);
        try (Connection app = Postgres.asApp()) {
            refused(
                    app,
                    "INSERT INTO merged_person (id, merged, survivor) VALUES (uuidv7(), '" + gone + "', '" + survivor
                            + "')",
                    "42501");
            String id = one(app, PROPOSAL.formatted(survivor, gone, "PROPOSED"));
            refused(app, decided(id, "DONE", "two"), "23001");
            run(app, decided(id, "WITHDRAWN", "one"));
        }
        Merging.merged(survivor, gone, Map.of("BIRTH_DATE", "SURVIVOR"), List.of());
        try (Connection app = Postgres.asApp()) {
            refused(
                    app,
                    "INSERT INTO category_period (id, person_id, category, held, source) VALUES (uuidv7(), '" + gone
                            + "', 'ACTIVE', daterange('2001-01-01', NULL), 'ENTRY')",
                    "23001");
            refused(
                    app,
                    "INSERT INTO payee_period (id, person_id, payee_id, ground, held, evidence) VALUES (uuidv7(), '"
                            + survivor + "', '" + gone + "', 'INCAPABLE', daterange('2001-01-01', NULL), '-')",
                    "23001");
            String third = Merging.person("ألمو", "ALMOU", "1941-02-05", null);
            String chain = one(app, PROPOSAL.formatted(third, survivor, "PROPOSED"));
            refused(app, decided(chain, "DONE", "two"), "23001");
            assertThat(one(app, "SELECT person_now('" + gone + "')")).isEqualTo(survivor);
            assertThat(one(app, "SELECT count(*) FROM outbox WHERE kind = 'MERGE' AND person_id = '" + gone + "'"))
                    .isEqualTo("1");
            run(app, decided(chain, "WITHDRAWN", "one"));
        }
    }

    private static String decided(String id, String state, String by) {
        return "UPDATE person_merge SET state = '" + state + "', decided_by = '" + by
                + "', decided_at = now() WHERE id = '" + id + "'";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void refused(Connection connection, String sql, String state) {
        assertThatThrownBy(() -> run(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
