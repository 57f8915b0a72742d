package ma.riaya.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** PostgreSQL has the last word on who serves and who heads when, whatever the application sends. */
@QuarkusTest
class PeriodsDbTest {

    private static final String OVERLAP = "23P01";
    private static final String DENIED = "42501";
    private static final String REFUSED_BY_TRIGGER = "23001";
    private static final String CHECK = "23514";

    private static final String ASSIGN = """
            INSERT INTO province_assignment (province, office, starts_at, ends_at, reason, assigned_by)
            VALUES ('MA-SET', 'CAS', %s, %s, 'r', 'someone')
            """;
    private static final String APPOINT = """
            INSERT INTO head_appointment
                (office, username, name_ar, name_fr, decision_number, starts_on, ends_on, appointed_by, appointed_at)
            VALUES ('DAK', 'someone', 'فلان', 'Someone', '%s', %s, %s, 'someone', now())
            """;

    @Test
    void theApplicationCannotOverlapAssignments() {
        assertThat(asApp(ASSIGN.formatted("'2026-01-01'", "NULL"))).isEqualTo(OVERLAP);
        assertThat(asApp(ASSIGN.formatted("'2026-01-01'", "'2026-02-01'"))).isEqualTo(OVERLAP);
        assertThat(asApp(ASSIGN.formatted("'2025-01-01'", "'2025-09-02'"))).isEqualTo(OVERLAP);
    }

    @Test
    void theApplicationCannotRewriteAnAssignment() {
        assertThat(asApp("UPDATE province_assignment SET office = 'RAB' WHERE province = 'MA-SET'"))
                .isEqualTo(DENIED);
        assertThat(asApp("UPDATE province_assignment SET reason = 'other' WHERE province = 'MA-SET'"))
                .isEqualTo(DENIED);
        assertThat(asApp("DELETE FROM province_assignment WHERE province = 'MA-SET'"))
                .isEqualTo(DENIED);
        assertThat(asApp("TRUNCATE province_assignment")).isEqualTo(DENIED);
        assertThat(asApp("UPDATE province_assignment SET ends_at = starts_at WHERE province = 'MA-SET'"))
                .isEqualTo(CHECK);
    }

    @Test
    void notEvenTheOwnerRewritesAnAssignment() {
        assertThat(asOwner("UPDATE province_assignment SET office = 'RAB' WHERE province = 'MA-SET'"))
                .isEqualTo(REFUSED_BY_TRIGGER);
        assertThat(asOwner("DELETE FROM province_assignment WHERE province = 'MA-SET'"))
                .isEqualTo(REFUSED_BY_TRIGGER);
        assertThat(asOwner("TRUNCATE province_assignment")).isEqualTo(REFUSED_BY_TRIGGER);
    }

    @Test
    void anEndedPeriodIsNotOpenedOrMovedAgain() {
        assertThat(asApp(
                        "UPDATE province_assignment SET ends_at = now() WHERE province = 'MA-SET'",
                        "UPDATE province_assignment SET ends_at = NULL WHERE province = 'MA-SET'"))
                .isEqualTo(REFUSED_BY_TRIGGER);
        assertThat(asApp(
                        "UPDATE province_assignment SET ends_at = now() WHERE province = 'MA-SET'",
                        "UPDATE province_assignment SET ends_at = now() + interval '1 day' WHERE province = 'MA-SET'"))
                .isEqualTo(REFUSED_BY_TRIGGER);
    }

    @Test
    void theApplicationCannotOverlapHeads() {
        String first = APPOINT.formatted("1", "'2026-01-01'", "NULL");
        assertThat(asApp(first, APPOINT.formatted("2", "'2026-06-01'", "NULL"))).isEqualTo(OVERLAP);
        assertThat(asApp(first, APPOINT.formatted("2", "'2025-01-01'", "'2026-01-02'")))
                .isEqualTo(OVERLAP);
        assertThat(asApp(first, APPOINT.formatted("2", "'2025-01-01'", "'2026-01-01'")))
                .isEmpty();
    }

    @Test
    void theApplicationCannotRewriteAnAppointment() {
        assertThat(asApp("UPDATE head_appointment SET username = 'other'")).isEqualTo(DENIED);
        assertThat(asApp("UPDATE head_appointment SET starts_on = '2020-01-01'"))
                .isEqualTo(DENIED);
        assertThat(asApp("DELETE FROM head_appointment")).isEqualTo(DENIED);
        assertThat(asApp(
                        APPOINT.formatted("1", "'2026-01-01'", "NULL"),
                        "UPDATE head_appointment SET ends_on = '2026-01-01' WHERE office = 'DAK'"))
                .isEqualTo(CHECK);
    }

    @Test
    void theApplicationMayNotMoveAnOfficeOrAProvince() {
        assertThat(asApp("UPDATE office SET region = '01'")).isEqualTo(DENIED);
        assertThat(asApp("UPDATE province SET region = '01'")).isEqualTo(DENIED);
        assertThat(asApp("DELETE FROM region")).isEqualTo(DENIED);
        assertThat(asApp("INSERT INTO office SELECT * FROM office")).isEqualTo(DENIED);
    }

    private static String asApp(String... statements) {
        try (Connection connection = Postgres.asApp()) {
            return attempt(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError("not even what leads there", e);
        }
    }

    private static String asOwner(String... statements) {
        try (Connection connection = Postgres.asOwner()) {
            return attempt(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError("not even what leads there", e);
        }
    }

    /** The SQLSTATE of the last statement, empty where it was taken; the others must be; all is rolled back. */
    private static String attempt(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                sql.execute(statements[i]);
            }
            return last(sql, statements[statements.length - 1]);
        } finally {
            connection.rollback();
        }
    }

    private static String last(Statement sql, String statement) {
        try {
            sql.execute(statement);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
