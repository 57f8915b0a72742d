package ma.riaya.welfare.payment;

import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.ordered;
import static ma.riaya.welfare.SqlForTests.RESTRICT;
import static ma.riaya.welfare.SqlForTests.UNIQUE;
import static ma.riaya.welfare.SqlForTests.assertRefused;
import static ma.riaya.welfare.SqlForTests.value;
import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.comeback;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is paid was decided, and to whom and how much: PostgreSQL refuses all else to the application's own role. */
@QuarkusTest
class OrderDbTest {

    /** A payment made out of another, with one thing changed; the new one has an identifier of its own. */
    private static final String LIKE = """
            INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
            SELECT '%s', source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, now(), 'ORDERED', now()
            FROM disbursement WHERE id = '%s'
            """;

    private final String forged = UUID.randomUUID().toString();

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void noPaymentForNoDecision() throws SQLException {
        String payment = paymentOf(ordered("5000.00"));
        String approvedOnly = value("SELECT decision FROM aid_request WHERE id = '" + approved("5000.00") + "'");

        assertRefused(UNIQUE, "disbursement_one_live", like(payment));
        assertRefused(RESTRICT, "ordered for a decision", from(payment, "source", "uuidv7()"));
        assertRefused(RESTRICT, "ordered for a decision", from(payment, "source", "'" + approvedOnly + "'"));
        assertRefused(RESTRICT, "ordered for a decision", from(payment, "tranche", "2"));
    }

    @Test
    void whatIsPaidIsWhatWasDecided() throws SQLException {
        String request = approved("5000.00");
        String template = paymentOf(ordered("5000.00"));
        for (String[] change : new String[][] {
            {"amount", "6000"},
            {"payee", "uuidv7()"},
            {"approved_by", "'other'"},
            {"ordered_by", "'other'"},
            {"tranche", "2"}
        }) {
            assertRefused(
                    RESTRICT,
                    "ordered for a decision",
                    of(request, from(template, change[0], change[1])),
                    order(request, forged, Persona.SAMIRA.subject()));
        }
    }

    @Test
    void whatCameBackIsNotOrderedAgainBesideItsDecision() throws SQLException {
        String request = ordered("5000.00");
        String payment = paymentOf(request);
        String batch = Ordered.released(List.of(UUID.fromString(payment)));
        As.once(Persona.KARIM)
                .contentType("application/xml")
                .body(bookings(
                        "O-" + batch.substring(24),
                        comeback(Disbursements.endToEndId(UUID.fromString(payment)), "5000.00", "AC04")))
                .post("/v1/bank-files")
                .then()
                .statusCode(201)
                .body("applied", equalTo(1));

        assertRefused(RESTRICT, "ordered for a decision", like(payment));
    }

    @Test
    void aRequestIsOrderedWithItsOwnPayment() throws SQLException {
        String request = approved("5000.00");
        String other = paymentOf(ordered("5000.00"));

        assertRefused(RESTRICT, "before its own payment", order(request, other, "someone"));
    }

    @Test
    void aRequestIsPaidWhenItsPaymentIs() {
        String request = ordered("5000.00");
        for (String state : new String[] {"PAID", "RETURNED"}) {
            assertRefused(RESTRICT, "before its own payment", moved(request, "ORDERED", state, "", "system"));
        }
    }

    private static String paymentOf(String request) throws SQLException {
        return value("SELECT disbursement FROM aid_request WHERE id = '" + request + "'");
    }

    private String like(String payment) {
        return LIKE.formatted(forged, payment);
    }

    /** With another value in the column. */
    private String from(String payment, String column, String value) {
        String[] parts = like(payment).split("\nSELECT ", 2);
        return parts[0] + "\nSELECT " + parts[1].replace(" " + column + ",", " " + value + ",");
    }

    /** For the decision and the person of that request. */
    private static String of(String request, String insert) {
        String[] parts = insert.split("\nSELECT ", 2);
        return parts[0] + "\nSELECT "
                + parts[1].replace(" source,", " (SELECT decision FROM aid_request WHERE id = '" + request + "'),")
                        .replace(" payee,", " (SELECT person FROM aid_request WHERE id = '" + request + "'),");
    }

    private static String order(String request, String payment, String orderer) {
        return moved(
                request,
                "APPROVED",
                "ORDERED",
                ", ordered_by = '" + orderer + "', disbursement = '" + payment + "'",
                orderer);
    }

    private static String moved(String request, String from, String to, String sets, String actor) {
        return """
                WITH moved AS (UPDATE aid_request SET state = '%3$s', changed_at = now(), version = version + 1%4$s WHERE id = '%1$s' RETURNING *)
                INSERT INTO aid_request_move (request, from_state, to_state, actor, occurred_at) SELECT id, '%2$s', '%3$s', '%5$s', changed_at FROM moved
                """.formatted(request, from, to, sets, actor);
    }
}
