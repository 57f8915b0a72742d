package ma.riaya.welfare.decision;

import static ma.riaya.testkit.Persona.AICHA;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself refuses to the application's own role. */
@QuarkusTest
class FourEyesDbTest {

    private static final String CHECK_VIOLATION = "23514";
    private static final String RESTRICT_VIOLATION = "23001";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Test
    void selfApproval() {
        String id = proposed("12000.00");
        assertRefused(
                CHECK_VIOLATION,
                "aid_request_four_eyes",
                "UPDATE aid_request SET approved_by = proposed_by WHERE id = '" + id + "'");
        assertRefused(CHECK_VIOLATION, "decision_four_eyes", """
                INSERT INTO decision (id, request, outcome, programme, programme_version, amount, proposed_by, proposal_reasons, decided_by, reasons, decided_at)
                SELECT uuidv7(), id, 'REJECTED', programme, programme_version, amount, proposed_by, 'x', proposed_by, 'x', now()
                FROM aid_request WHERE id = '%s'
                """.formatted(id));
    }

    @Test
    void approvalByWhoInstructed() {
        String id = step(AICHA, submitted(), "review");
        proposed(id, FATIMA, "12000.00");
        assertRefused(
                CHECK_VIOLATION,
                "aid_request_instructor_does_not_decide",
                "UPDATE aid_request SET approved_by = instructed_by WHERE id = '" + id + "'");
    }

    @Test
    void swappingWhoProposed() {
        String id = proposed("12000.00");
        assertRefused(
                RESTRICT_VIOLATION,
                "stands",
                "UPDATE aid_request SET proposed_by = '" + HASSAN.subject() + "', approved_by = '" + FATIMA.subject()
                        + "' WHERE id = '" + id + "'");
    }

    @Test
    void approvalWithoutADecision() {
        String id = proposed("12000.00");
        assertRefused(
                CHECK_VIOLATION,
                "aid_request_is_decided",
                "UPDATE aid_request SET state = 'APPROVED', approved_by = '" + HASSAN.subject() + "' WHERE id = '" + id
                        + "'");
    }

    @Test
    void changingWhatIsDecided() {
        String id = approved("12000.00");
        assertRefused(
                RESTRICT_VIOLATION, "is decided", "UPDATE aid_request SET amount = 29000 WHERE id = '" + id + "'");
        assertRefused(
                RESTRICT_VIOLATION,
                "is decided",
                "UPDATE aid_request SET approved_by = '" + SAMIRA.subject() + "' WHERE id = '" + id + "'");
        assertRefused(
                INSUFFICIENT_PRIVILEGE, "decision", "UPDATE decision SET amount = 29000 WHERE request = '" + id + "'");
        assertRefused(INSUFFICIENT_PRIVILEGE, "decision", "DELETE FROM decision WHERE request = '" + id + "'");
    }

    @Test
    void payingWhatOneApproved() {
        String id = approved("12000.00");
        assertRefused(
                CHECK_VIOLATION,
                "aid_request_third_pair",
                "UPDATE aid_request SET ordered_by = approved_by WHERE id = '" + id + "'");
    }

    @Test
    void overspendingAnEnvelope() {
        approved("12000.00");
        assertRefused(CHECK_VIOLATION, "envelope_never_overspent", "UPDATE envelope SET paid = allotted + 1");
        assertRefused(INSUFFICIENT_PRIVILEGE, "envelope_entry", "UPDATE envelope_entry SET amount = 0");
        assertRefused(INSUFFICIENT_PRIVILEGE, "aid_request_move", "DELETE FROM aid_request_move");
    }

    /** The owner of the tables, too, is stopped by their triggers. */
    @Test
    void changingADecisionEvenAsTheOwner() throws SQLException {
        approved("12000.00");
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            assertThat(catchThrowable(() -> sql.execute("UPDATE decision SET amount = 1")))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            why -> assertThat(why.getSQLState()).isEqualTo(RESTRICT_VIOLATION));
        }
    }

    private static void assertRefused(String sqlState, String naming, String statement) {
        assertThat(catchThrowable(() -> {
                    try (Connection app = Postgres.asApp();
                            Statement sql = app.createStatement()) {
                        sql.execute(statement);
                    }
                }))
                .as(statement)
                .hasMessageContaining(naming)
                .isInstanceOfSatisfying(
                        SQLException.class, why -> assertThat(why.getSQLState()).isEqualTo(sqlState));
    }
}
