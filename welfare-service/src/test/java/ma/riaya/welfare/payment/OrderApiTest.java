package ma.riaya.welfare.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ma.riaya.welfare.payment.BatchApiTest.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.AidRequestsForTests;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A decision's payment, from its order on; what is refused leaves the request as it was. */
@QuarkusTest
class OrderApiTest {

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void aDecisionIsPaidLikeACampaign() {
        String request = AidRequestsForTests.ordered("5000.00");
        String payment = AidRequestsForTests.read(Persona.SAMIRA, request).path("disbursement.id");

        String batch = As.once(Persona.SAMIRA)
                .body(Ordered.body(List.of(UUID.fromString(payment))))
                .post("/v1/payment-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
        String reference = Disbursements.endToEndId(UUID.fromString(payment));
        String number =
                As.user(Persona.KARIM).get("/v1/payment-batches/" + batch).path("number");
        // The return comes first: the request is paid and returned in one go.
        bank(BankMessages.bookings(number, BankMessages.comeback(reference, "5000.00", "AC04")));

        AidRequestsForTests.read(Persona.HASSAN, request)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("disbursement.state", equalTo("RETURNED"));
        As.user(Persona.DRISS)
                .get("/v1/disbursements/" + payment + "/history")
                .then()
                .body("items.toState", contains("ORDERED", "BATCHED", "SENT", "PAID", "RETURNED"));
    }

    @Test
    void anAccountThatNoTransferCanGoToIsRefused() {
        String request = AidRequestsForTests.approved("5000.00");
        RegistryForTests.server()
                .stubFor(get(urlPathMatching("/v1/persons/[0-9a-f-]{36}/account"))
                        .willReturn(
                                okJson("{\"iban\": \"FR7630006000011234567890189\", \"holder\": \"FATIMA BENALI\"}")));

        refused(order(request), 422, "account-not-payable");

        AidRequestsForTests.read(Persona.HASSAN, request).then().body("state", equalTo("APPROVED"));
    }

    /** PostgreSQL lets no such row in any more, so its owner looks away for a moment. */
    @Test
    void aDecisionIsOrderedOnce() throws SQLException {
        String request = AidRequestsForTests.approved("5000.00");
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("ALTER TABLE disbursement DISABLE TRIGGER disbursement_of_decision");
            sql.execute("""
                    INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
                    SELECT uuidv7(), 'DECISION', decision, 1, envelope, amount, person, 'x', '\\x01', approved_by, 'x', now(), 'ORDERED', now()
                    FROM aid_request WHERE id = '%s'
                    """.formatted(request));
            sql.execute("ALTER TABLE disbursement ENABLE TRIGGER disbursement_of_decision");
            owner.commit();
        }

        refused(order(request), 409, "disbursement-already-ordered");

        AidRequestsForTests.read(Persona.HASSAN, request).then().body("state", equalTo("APPROVED"));
    }

    private static Response order(String request) {
        return As.once(Persona.SAMIRA).post("/v1/aid-requests/" + request + "/order");
    }

    private static void bank(String file) {
        As.once(Persona.KARIM)
                .contentType("application/xml")
                .body(file)
                .post("/v1/bank-files")
                .then()
                .statusCode(201)
                .body("applied", equalTo(1));
    }
}
