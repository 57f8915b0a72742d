package ma.riaya.welfare.decision;

import static ma.riaya.testkit.Persona.AICHA;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.KARIM;
import static ma.riaya.testkit.Persona.NADIA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.openEnvelope;
import static ma.riaya.welfare.AidRequestsForTests.ordered;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.proposedByAicha;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.submitted;
import static ma.riaya.welfare.AidRequestsForTests.thisYear;
import static ma.riaya.welfare.AidRequestsForTests.underReview;
import static ma.riaya.welfare.AidRequestsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.SqlForTests;
import ma.riaya.welfare.aidrequest.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself refuses to the application's own role, in one step or in several. */
@QuarkusTest
class FourEyesDbTest {

    private static final String CHECK_VIOLATION = "23514";
    private static final String RESTRICT_VIOLATION = "23001";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String ANY_ENVELOPE =
            "(SELECT id FROM envelope WHERE programme = 'SERIOUS_ILLNESS' AND office = 'ERR' LIMIT 1)";
    private static final Pattern MOVE = Pattern.compile("'([A-Z_]+>[A-Z_]+)'");

    /** A decision as the application writes it, but for what is reserved: the row, its history and the decision. */
    private static final String DECIDE = """
            WITH moved AS (
                UPDATE aid_request SET state = '%2$s', changed_at = now(), version = version + 1, decision = uuidv7(),
                    approved_by = CASE '%2$s' WHEN 'APPROVED' THEN '%3$s' END, envelope = CASE '%2$s' WHEN 'APPROVED' THEN %4$s END
                WHERE id = '%1$s' RETURNING *
            ), told AS (
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at) SELECT id, 'PROPOSED', '%2$s', '%3$s', changed_at FROM moved
            )
            INSERT INTO decision (id, request, outcome, programme, programme_version, amount, envelope, instructed_by, proposed_by, proposal_reasons, decided_by, reasons, decided_at)
            SELECT decision, id, state, programme, programme_version, amount, envelope, instructed_by, proposed_by, proposal_reasons, '%3$s', 'x', changed_at FROM moved
            """;

    @BeforeEach
    void envelope() {
        openEnvelope();
    }

    /** Whoever instructs is named with each step, so that nobody instructs unseen and decides. */
    @Test
    void nobodyInstructsWithoutAName() {
        String id = submitted();
        assertRefused(RESTRICT_VIOLATION, "reviews it without a name", """
                WITH moved AS (UPDATE aid_request SET state = 'UNDER_REVIEW', changed_at = now(), version = version + 1 WHERE id = '%s' RETURNING *)
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at) SELECT id, 'SUBMITTED', 'UNDER_REVIEW', 'ghost', changed_at FROM moved
                """.formatted(id));
        step(FATIMA, id, "review");
        assertRefused(RESTRICT_VIOLATION, "is named with each step", """
                WITH moved AS (UPDATE aid_request SET state = 'COMPLEMENT_REQUESTED', complement_asked_on = current_date, changed_at = now(), version = version + 1
                               WHERE id = '%s' RETURNING *)
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at)
                SELECT id, 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'ghost', changed_at FROM moved
                """.formatted(id));
        assertRefused(RESTRICT_VIOLATION, "does not tell", """
                WITH moved AS (UPDATE aid_request SET state = 'COMPLEMENT_REQUESTED', complement_asked_on = current_date, changed_at = now(), version = version + 1,
                                   instructors = array_append(instructors, 'other') WHERE id = '%s' RETURNING *)
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at)
                SELECT id, 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'ghost', changed_at FROM moved
                """.formatted(id));
        assertRefused(
                RESTRICT_VIOLATION, "stands", "UPDATE aid_request SET instructors = '{}' WHERE id = '" + id + "'");
    }

    @Test
    void selfApproval() {
        String id = proposed("12000.00");
        assertRefused(CHECK_VIOLATION, "aid_request_four_eyes", """
                UPDATE aid_request SET state = 'APPROVED', approved_by = proposed_by, decision = uuidv7(), envelope = %s WHERE id = '%s'
                """.formatted(ANY_ENVELOPE, id));
        assertRefused(CHECK_VIOLATION, "aid_request_four_eyes", decide(id, "APPROVED", FATIMA));
        assertRefused(CHECK_VIOLATION, "decision_four_eyes", decide(id, "REJECTED", FATIMA));
    }

    @Test
    void decisionByWhoInstructed() {
        String id = step(AICHA, submitted(), "review");
        proposed(id, FATIMA, "12000.00");
        assertRefused(CHECK_VIOLATION, "aid_request_instructor_does_not_decide", decide(id, "APPROVED", AICHA));
        assertRefused(CHECK_VIOLATION, "decision_instructor_does_not_decide", decide(id, "REJECTED", AICHA));
    }

    @Test
    void decisionByWhoProposedBefore() {
        String id = proposedByAicha("5000.00");
        with(HASSAN, id, "return").then().statusCode(200);
        proposed(id, FATIMA, "6000.00");
        assertRefused(CHECK_VIOLATION, "aid_request_no_proposer_decides", decide(id, "APPROVED", AICHA));
        assertRefused(RESTRICT_VIOLATION, "proposed", decide(id, "REJECTED", AICHA));
        assertRefused(
                INSUFFICIENT_PRIVILEGE,
                "aid_request",
                "UPDATE aid_request SET proposers = '{}' WHERE id = '" + id + "'");
    }

    @Test
    void swappingWhoProposed() {
        String id = proposed("12000.00");
        assertRefused(
                RESTRICT_VIOLATION,
                "stands",
                "UPDATE aid_request SET proposed_by = '" + HASSAN.subject() + "', approved_by = '" + FATIMA.subject()
                        + "' WHERE id = '" + id + "'");
        assertRefused(
                RESTRICT_VIOLATION,
                "stands",
                "UPDATE aid_request SET state = 'WITHDRAWN', proposed_by = NULL WHERE id = '" + id + "'");
    }

    /** Back to review without its names, a decision that invents them, and forward as whoever proposed. */
    @Test
    void washingTheNamesOff() {
        String id = step(AICHA, submitted(), "review");
        proposed(id, FATIMA, "12000.00");
        UUID decision = UUID.randomUUID();
        assertAttackRefused(
                id,
                "UPDATE aid_request SET state = 'UNDER_REVIEW', proposed_by = NULL, instructed_by = NULL WHERE id = '"
                        + id + "'",
                inventedDecision(id, decision, FATIMA),
                """
                UPDATE aid_request SET state = 'APPROVED', amount = 12000, proposed_by = 'somebody', approved_by = '%s', decision = '%s', envelope = %s
                WHERE id = '%s'
                """.formatted(FATIMA.subject(), decision, ANY_ENVELOPE, id));
    }

    /** The same by legal moves alone: each of them has to be told under the name that it writes. */
    @Test
    void proposingUnderAnotherName() {
        String id = proposed("12000.00");
        assertAttackRefused(
                id,
                "UPDATE aid_request SET state = 'UNDER_REVIEW', amount = NULL, proposed_by = NULL, proposal_reasons = NULL WHERE id = '"
                        + id + "'",
                "UPDATE aid_request SET state = 'PROPOSED', amount = 12000, proposed_by = 'somebody', proposal_reasons = 'x' WHERE id = '"
                        + id + "'",
                decide(id, "APPROVED", FATIMA));
        assertRefused(RESTRICT_VIOLATION, "history", """
                WITH moved AS (
                    UPDATE aid_request SET state = 'UNDER_REVIEW', changed_at = now(), amount = NULL, proposed_by = NULL, proposal_reasons = NULL WHERE id = '%s' RETURNING *
                )
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at) SELECT id, 'SUBMITTED', 'UNDER_REVIEW', 'x', changed_at FROM moved
                """.formatted(id));
    }

    @Test
    void aDecisionThatNoRequestHas() {
        String id = proposed("12000.00");
        assertRefused(RESTRICT_VIOLATION, "decision", inventedDecision(id, UUID.randomUUID(), HASSAN));
    }

    @Test
    void fromTheDraftToTheMoney() {
        String id = draft();
        UUID decision = UUID.randomUUID();
        assertAttackRefused(id, """
                INSERT INTO decision (id, request, outcome, programme, programme_version, amount, envelope, proposed_by, proposal_reasons, decided_by, reasons, decided_at)
                SELECT '%s', id, 'APPROVED', programme, programme_version, 30000, %s, 'a', 'x', 'b', 'x', now() FROM aid_request WHERE id = '%s'
                """.formatted(decision, ANY_ENVELOPE, id), """
                UPDATE aid_request SET state = 'PAID', number = 'ERR-2099-999999', deadline = current_date, amount = 30000, proposed_by = 'a', approved_by = 'b',
                    decision = '%s', envelope = %s, ordered_by = 'c', disbursement = uuidv7()
                WHERE id = '%s'
                """.formatted(decision, ANY_ENVELOPE, id));
        assertRefused(RESTRICT_VIOLATION, "does not move from DRAFT to UNDER_REVIEW", """
                UPDATE aid_request SET state = 'UNDER_REVIEW', number = 'ERR-2099-999999', deadline = current_date WHERE id = '%s'
                """.formatted(id));
        assertRefused(INSUFFICIENT_PRIVILEGE, "aid_request", """
                INSERT INTO aid_request (id, number, state, programme, programme_version, one_open_request, office, year, person, person_name_ar, person_name_latin,
                    person_as_of, situation, channel, opened_by, opened_at, deadline, amount, proposed_by, version, changed_at)
                SELECT uuidv7(), 'ERR-2099-999998', 'PROPOSED', programme, programme_version, false, office, year, uuidv7(), 'x', 'x',
                    now(), situation, channel, 'x', now(), current_date, 30000, 'a', 1, now()
                FROM aid_request WHERE id = '%s'
                """.formatted(id));
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
    void grantingMoreThanTheProgrammeGrants() {
        for (String amount : new String[] {"2999.99", "30000.01"}) {
            String id = underReview();
            SqlForTests.assertRefused(
                    RESTRICT_VIOLATION,
                    "within the programme",
                    """
                    WITH moved AS (
                        UPDATE aid_request SET state = 'PROPOSED', changed_at = now(), amount = %s, proposed_by = 'a', proposal_reasons = 'x' WHERE id = '%s' RETURNING *
                    )
                    INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at) SELECT id, 'UNDER_REVIEW', 'PROPOSED', 'a', changed_at FROM moved
                    """.formatted(amount, id),
                    decide(id, "APPROVED", HASSAN));
        }
    }

    @Test
    void grantingFromTheEnvelopeOfAnother() {
        String id = proposed("12000.00");
        for (String other : new String[] {
            openEnvelope("INJURY_DUTY", "ERR", thisYear(), "1.00"),
            openEnvelope("SERIOUS_ILLNESS", "KEN", thisYear(), "1.00"),
            openEnvelope("SERIOUS_ILLNESS", "ERR", thisYear() + 1, "1.00")
        }) {
            assertRefused(
                    RESTRICT_VIOLATION,
                    "envelope of its office",
                    decide(id, "APPROVED", HASSAN).replace(ANY_ENVELOPE, "CAST('" + other + "' AS uuid)"));
        }
    }

    @Test
    void approvalWithoutAReservation() {
        String id = proposed("12000.00");
        assertRefused(RESTRICT_VIOLATION, "RESERVE", decide(id, "APPROVED", HASSAN));
        read(HASSAN, id).then().body("state", equalTo("PROPOSED"));
    }

    @Test
    void withdrawalThatReleasesNothing() {
        String id = approved("12000.00");
        assertRefused(RESTRICT_VIOLATION, "RELEASE", """
                WITH moved AS (UPDATE aid_request SET state = 'WITHDRAWN', changed_at = now(), version = version + 1 WHERE id = '%s' RETURNING *)
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at) SELECT id, 'APPROVED', 'WITHDRAWN', 'x', changed_at FROM moved
                """.formatted(id));
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
        assertRefused(
                INSUFFICIENT_PRIVILEGE,
                "aid_request",
                "UPDATE aid_request SET person = uuidv7() WHERE id = '" + id + "'");
    }

    @Test
    void payingWhatOneProposedOrApproved() {
        String id = approved("12000.00");
        for (String name : new String[] {"approved_by", "proposed_by"}) {
            assertRefused(
                    CHECK_VIOLATION,
                    "aid_request_third_pair",
                    "UPDATE aid_request SET state = 'ORDERED', ordered_by = " + name
                            + ", disbursement = uuidv7() WHERE id = '" + id + "'");
        }
    }

    @Test
    void changingWhoOrderedOrInstructedAndWhatWasPaid() {
        String id = ordered("12000.00");
        for (String change : new String[] {
            "ordered_by = '" + KARIM.subject() + "'",
            "disbursement = uuidv7()",
            "instructed_by = '" + NADIA.subject() + "'"
        }) {
            assertRefused(
                    RESTRICT_VIOLATION, "stands", "UPDATE aid_request SET " + change + " WHERE id = '" + id + "'");
        }
    }

    @Test
    void theMovesAreThoseOfTheEnum() throws SQLException {
        Set<String> declared = Arrays.stream(State.values())
                .flatMap(from -> from.next().stream().map(to -> from + ">" + to))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'aid_request_moves'")) {
            assertThat(rows.next()).isTrue();
            assertThat(MOVE.matcher(rows.getString(1)).results().map(found -> found.group(1)))
                    .containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    @Test
    void overspendingAnEnvelope() {
        approved("12000.00");
        assertRefused(INSUFFICIENT_PRIVILEGE, "envelope", "UPDATE envelope SET paid = allotted + 1");
        assertRefused(CHECK_VIOLATION, "envelope_allotted_check", """
                INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                SELECT id, 'CUT', allotted + 1, 'envelope', id, now() FROM envelope WHERE programme = 'SERIOUS_ILLNESS' AND office = 'ERR'
                """);
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

    private static String decide(String id, String outcome, Persona decider) {
        return DECIDE.formatted(id, outcome, decider.subject(), ANY_ENVELOPE);
    }

    private static String inventedDecision(String id, UUID decision, Persona decider) {
        return """
                INSERT INTO decision (id, request, outcome, programme, programme_version, amount, envelope, proposed_by, proposal_reasons, decided_by, reasons, decided_at)
                SELECT '%s', id, 'APPROVED', programme, programme_version, 12000, %s, 'somebody', 'x', '%s', 'x', now() FROM aid_request WHERE id = '%s'
                """.formatted(decision, ANY_ENVELOPE, decider.subject(), id);
    }

    /** Several statements, each committed by itself: one of them has to be refused, and nothing be granted. */
    private static void assertAttackRefused(String id, String... statements) {
        String before = read(HASSAN, id).path("state");
        assertThat(catchThrowable(() -> {
                    try (Connection app = Postgres.asApp();
                            Statement sql = app.createStatement()) {
                        for (String statement : statements) {
                            sql.execute(statement);
                        }
                    }
                }))
                .as("all of " + Arrays.toString(statements))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        why -> assertThat(why.getSQLState()).isIn(CHECK_VIOLATION, RESTRICT_VIOLATION));
        read(HASSAN, id).then().body("state", equalTo(before));
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
