package ma.riaya.welfare.payment;

import static ma.riaya.testkit.Persona.KARIM;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.ordered;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.RegistryFeedForTests.death;
import static ma.riaya.welfare.RegistryFeedForTests.tell;
import static ma.riaya.welfare.SqlForTests.RESTRICT;
import static ma.riaya.welfare.SqlForTests.assertRefused;
import static ma.riaya.welfare.payment.BatchApiTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.RegistryForTests;
import ma.riaya.welfare.campaign.Adha;
import ma.riaya.welfare.campaign.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment is taken out before the bank is to have it: no money to the dead, and nobody of its batch waits. */
@QuarkusTest
class StopPaymentApiTest {

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void nothingGoesToWhoDiedAfterTheOrder() {
        String request = ordered("5000.00");
        UUID payment = payment(request);
        UUID other = Ordered.payments(1).getFirst();
        String envelope = As.user(SAMIRA).get("/v1/disbursements/" + payment).path("envelope");
        String committed = committed(envelope);
        tell(death(read(SAMIRA, request).path("person.id"), 10, "KNOWN", "2025-07-01"));

        Response preparing =
                As.once(SAMIRA).body(Ordered.body(List.of(payment, other))).post("/v1/payment-batches");
        refused(preparing, 409, "payees-told-dead");
        preparing.then().body("parameters.disbursements", equalTo(payment.toString()));
        stop(SAMIRA, payment)
                .then()
                .statusCode(200)
                .body("state", equalTo("STOPPED"))
                .body("stopReason", equalTo("PAYEE_DECEASED"));

        read(SAMIRA, request).then().body("state", equalTo("RETURNED"));
        assertThat(committed(envelope)).isNotEqualTo(committed);
        refused(stop(SAMIRA, payment), 409, "disbursement-not-to-stop");
        As.user(SAMIRA)
                .get("/v1/disbursements/" + payment + "/history")
                .then()
                .body("items.toState", contains("ORDERED", "STOPPED"))
                .body("items.actor", hasItem(SAMIRA.subject()));
        Ordered.released(List.of(other));
    }

    @Test
    void aBatchGoesOnWithoutWhoDied() {
        People people =
                new People().widow("1000.00").widow("1100.00").widow("1200.00").answered(10);
        Adha adha = Adha.opened("3000.00");
        adha.selected("2025-07-01");
        adha.approved(1);
        String batch = adha.step(SAMIRA, 1, "payment-batch").path("id");
        tell(death(people.id(1).toString(), 10, "KNOWN", "2025-07-02"));
        refused(release(batch), 409, "payees-told-dead");
        List<String> payments =
                As.user(KARIM).get("/v1/payment-batches/" + batch + "/lines").path("items.id");

        stop(KARIM, UUID.fromString(payments.get(1))).then().statusCode(200);
        release(batch).then().statusCode(200).body("states.SENT", equalTo(2)).body("states.STOPPED", equalTo(1));

        adha.lines(1, "state=STOPPED")
                .body("items.person", contains(people.id(1).toString()));
        adha.assertEnvelope("0.00", "2000.00", "0.00");
        String file = As.user(SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .accept("application/xml")
                .get("/v1/payment-batches/" + batch + "/file")
                .asString();
        assertThat(file).contains("<NbOfTxs>2</NbOfTxs>").contains("<CtrlSum>2000.00</CtrlSum>");
        refused(stop(SAMIRA, UUID.fromString(payments.get(0))), 409, "disbursement-not-to-stop");
    }

    @Test
    void aBatchOfNothingIsNotReleased() {
        UUID payment = Ordered.payments(1).getFirst();
        String batch = Ordered.prepared(List.of(payment));
        stop(SAMIRA, payment).then().statusCode(200);

        refused(release(batch), 409, "payment-batch-emptied");
    }

    /** Whoever put another account there has not its seal: the payment is named, taken out, and the others are paid. */
    @Test
    void anAccountThatWasNotSealedForItsPaymentHoldsUpNobody() throws SQLException {
        List<UUID> payments = Ordered.payments(2);
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("ALTER TABLE disbursement DISABLE TRIGGER USER");
            sql.execute("UPDATE disbursement SET account = (SELECT account FROM disbursement WHERE id = '"
                    + payments.get(0) + "') WHERE id = '" + payments.get(1) + "'");
            sql.execute("ALTER TABLE disbursement ENABLE TRIGGER USER");
            owner.commit();
        }
        String batch = Ordered.prepared(payments);
        Response unreadable = release(batch);
        refused(unreadable, 409, "account-unreadable");
        unreadable
                .then()
                .body("parameters.disbursement", equalTo(payments.get(1).toString()));

        stop(SAMIRA, payments.get(1), "ACCOUNT_IN_DOUBT").then().statusCode(200);
        release(batch).then().statusCode(200);
    }

    @Test
    void whoMayNotAndWhatIsNotThere() {
        UUID payment = Ordered.payments(1).getFirst();
        refused(stop(Persona.FATIMA, payment), 403, "role-missing");
        refused(stop(Persona.DRISS, payment), 403, "role-missing");
        refused(stop(SAMIRA, UUID.randomUUID()), 404, "disbursement-unknown");
        String person = As.user(SAMIRA).get("/v1/disbursements/" + payment).path("payee");
        refused(
                As.withToken(IdentityProvider.token(SAMIRA, Map.of("person", person)))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{\"reason\": \"PAID_OTHERWISE\"}")
                        .post("/v1/disbursements/" + payment + "/stop"),
                403,
                "own-file");
        As.once(SAMIRA)
                .body("{}")
                .post("/v1/disbursements/" + payment + "/stop")
                .then()
                .statusCode(422);
    }

    /** PostgreSQL has the last word: nothing is stopped by halves, nobody stops without a name, and the dead are not paid. */
    @Test
    void noRoleStopsByHalves() {
        List<UUID> payments = Ordered.payments(2);
        String named = "stopped_by = 'somebody', stop_reason = 'PAYEE_DECEASED'";
        assertRefused(RESTRICT, "is stopped with what it pays", stopping(payments.get(0), named));
        assertRefused("23514", "disbursement_stopped", stopping(payments.get(0), "stopped_by = 'somebody'"));
        Ordered.released(List.of(payments.get(1)));
        assertRefused(RESTRICT, "SENT", stopping(payments.get(1), named));
    }

    private static String stopping(UUID payment, String more) {
        return "UPDATE disbursement SET state = 'STOPPED', state_since = now(), " + more + " WHERE id = '" + payment
                + "'";
    }

    private static UUID payment(String request) {
        return UUID.fromString(read(SAMIRA, request).path("disbursement.id"));
    }

    private static String committed(String envelope) {
        return As.user(SAMIRA).get("/v1/envelopes/" + envelope).path("committed.amount");
    }

    private static Response stop(Persona persona, UUID payment) {
        return stop(persona, payment, "PAYEE_DECEASED");
    }

    private static Response stop(Persona persona, UUID payment, String reason) {
        return As.once(persona).body("{\"reason\": \"" + reason + "\"}").post("/v1/disbursements/" + payment + "/stop");
    }

    private static Response release(String batch) {
        return As.once(KARIM).post("/v1/payment-batches/" + batch + "/release");
    }
}
