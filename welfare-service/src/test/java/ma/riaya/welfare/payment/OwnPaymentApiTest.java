package ma.riaya.welfare.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ma.riaya.testkit.Persona.KARIM;
import static ma.riaya.testkit.Persona.OMAR;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.ordered;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.payment.BatchApiTest.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import ma.riaya.welfare.campaign.Adha;
import ma.riaya.welfare.campaign.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody pays themselves: who has a record in the registry takes no part in a payment to it. */
@QuarkusTest
class OwnPaymentApiTest {

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void inABatch() {
        String request = ordered("5000.00");
        String person = read(SAMIRA, request).path("person.id");
        UUID payment = UUID.fromString(read(SAMIRA, request).path("disbursement.id"));

        refused(as(SAMIRA, person).body(Ordered.body(List.of(payment))).post("/v1/payment-batches"), 403, "own-file");
        String batch = Ordered.prepared(List.of(payment));
        refused(as(KARIM, person).post("/v1/payment-batches/" + batch + "/release"), 403, "own-file");
        as(KARIM, person).get("/v1/payment-batches/" + batch).then().body("actions", empty());
        As.user(KARIM).get("/v1/payment-batches/" + batch).then().body("actions", contains("release"));

        As.user(KARIM).get("/v1/payment-batches/" + batch).then().body("state", equalTo("PREPARED"));
        as(KARIM, UUID.randomUUID().toString())
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
    }

    /** An account may be of who is paid in the person's place: a guardian, who may work in finance. */
    @Test
    void intoTheirOwnAccount() {
        String request = approved("5000.00");
        String guardian = UUID.randomUUID().toString();
        RegistryForTests.server()
                .stubFor(get(urlPathMatching(
                                "/v1/persons/" + read(SAMIRA, request).path("person.id") + "/account"))
                        .atPriority(1)
                        .willReturn(okJson("""
                                {"iban":"MA64011519000001205000534921","holder":"OMAR BENALI","payeeId":"%s"}
                                """.formatted(guardian))));

        refused(as(SAMIRA, guardian).post("/v1/aid-requests/" + request + "/order"), 403, "own-file");

        read(SAMIRA, request).then().body("state", equalTo("APPROVED"));
        as(SAMIRA, UUID.randomUUID().toString())
                .post("/v1/aid-requests/" + request + "/order")
                .then()
                .statusCode(200);
    }

    @Test
    void inAWave() {
        People people = new People().widow("1000.00").widow("1100.00").answered(10);
        Adha adha = Adha.opened("2000.00");
        adha.selected("2025-07-01");
        String wave = "/v1/campaigns/" + adha.campaign() + "/waves/1";
        String person = people.id(1).toString();
        As.once(Persona.NADIA).post(wave + "/proposal").then().statusCode(200);

        refused(as(OMAR, person).post(wave + "/approval"), 403, "own-file");
        as(OMAR, person).get(wave).then().body("actions", contains("discard"));
        As.user(OMAR).get(wave).then().body("actions", contains("approve", "discard"));
        As.once(OMAR).post(wave + "/approval").then().statusCode(200);
        refused(as(SAMIRA, person).post(wave + "/payment-batch"), 403, "own-file");

        As.once(SAMIRA).post(wave + "/payment-batch").then().statusCode(201);
    }

    private static RequestSpecification as(Persona persona, String person) {
        return As.withToken(IdentityProvider.token(persona, Map.of("person", person)))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
