package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** A page of holders begins where the last one ended. */
@QuarkusTest
class CategoryHoldersDbTest {

    @Test
    void aPageIsReadInTheOrderOfItsIndexWithoutSorting() throws SQLException {
        String plan = plan(CategoryHolders.PAGE
                .replace(":asOf", "DATE '2025-07-01'")
                .replace(":knownAt", "now()")
                .replace(":categories", "'{WIDOWED_SPOUSE,RETIRED}'")
                .replace(":afterPerson", "'00000000-0000-0000-0000-000000000001'")
                .replace(":afterCategory", "'ACTIVE'")
                .replace(":rows", "500"));
        String inner = plan.substring(plan.indexOf("Unique"));
        assertThat(inner.substring(0, inner.indexOf("category_period_by_person")))
                .as(plan)
                .doesNotContain("Sort");
    }

    /** On a table of a few rows a scan is always cheaper, so scans and sorts are made dear. */
    private static String plan(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            sql.execute("SET enable_seqscan = off; SET enable_sort = off; SET enable_incremental_sort = off;"
                    + " SET enable_bitmapscan = off; SET enable_hashagg = off");
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
