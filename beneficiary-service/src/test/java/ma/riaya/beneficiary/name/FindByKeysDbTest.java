package ma.riaya.beneficiary.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** A search by name reads its index and never the whole table. */
@QuarkusTest
class FindByKeysDbTest {

    @Test
    void namesAreFoundByTheirIndex() throws SQLException {
        String plan = plan("SELECT person_id FROM person_name WHERE keys @> ARRAY[1] LIMIT 600");
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
            assertThat(row.getString(1)).contains("enable_seqscan=off", "plan_cache_mode=force_generic_plan");
        }
    }

    @Test
    void oneListComesAfterTheOtherAndNoneAfterEnough() throws SQLException {
        int[] keys = {-2_000_000_001, -2_000_000_002, -2_000_000_003, -2_000_000_004};
        List<String> persons = new ArrayList<>();
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            for (int key : keys) {
                String person = People.registered("RAB");
                sql.executeUpdate(
                        "UPDATE person_name SET keys = keys || " + key + " WHERE person_id = '" + person + "'");
                persons.add(person);
            }
            String lists = "'{}', '{}', '{}', '{%d,%d,%d,%d}', '{%%s}'".formatted(keys[0], keys[1], keys[2], keys[3]);
            assertThat(found(sql, lists.formatted("1,2,4"), 1)).containsExactlyElementsOf(persons.subList(0, 2));
            assertThat(found(sql, lists.formatted("1,2,4"), 9)).containsExactlyInAnyOrderElementsOf(persons);
            assertThat(found(sql, lists.formatted("4"), 9)).containsExactlyInAnyOrderElementsOf(persons);
            // Of a list no more than three times as many are looked at, those of its first keys.
            assertThat(found(sql, lists.formatted("4"), 1)).hasSize(1).doesNotContain(persons.getLast());
        }
    }

    private static List<String> found(Statement sql, String lists, int most) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows =
                sql.executeQuery("SELECT person_id FROM find_by_keys(" + lists + ", NULL, NULL, " + most + ")")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
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
