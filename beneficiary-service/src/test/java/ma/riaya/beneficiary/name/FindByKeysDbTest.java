package ma.riaya.beneficiary.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** A search by name reads its index and never the whole table. */
@QuarkusTest
class FindByKeysDbTest {

    @Test
    void namesAreFoundByTheirIndex() throws SQLException {
        String plan = plan("SELECT person_id FROM person_name WHERE keys && '{1,2,3}' LIMIT 600");
        assertThat(plan).contains("person_name_by_key").doesNotContain("Seq Scan");
        assertThat(plan("SELECT person_id FROM person_name WHERE born_key = 1")).contains("person_name_by_born_key");
    }

    @Test
    void theFunctionItselfForbidsToReadTheWholeTable() throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT array_to_string(proconfig, ',') FROM pg_proc WHERE proname = 'find_by_keys'")) {
            row.next();
            assertThat(row.getString(1)).contains("enable_seqscan=off");
        }
    }

    private static String plan(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            sql.execute("SET enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = sql.executeQuery("EXPLAIN " + query)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
