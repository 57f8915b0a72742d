package ma.riaya.welfare.aidrequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.ordered;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.thisYear;
import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.comeback;
import static ma.riaya.welfare.payment.BankMessages.debit;
import static ma.riaya.welfare.payment.BankMessages.status;
import static ma.riaya.welfare.payment.BankMessages.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import ma.riaya.welfare.payment.Ordered;
import org.junit.jupiter.api.Test;

/** From an approved request to what the bank made of its payment. */
@QuarkusTest
class OrderApiTest {

    @Test
    void commitsTheAmountAndMakesOnePayment() {
        String id = approved("5000.00");
        Envelope before = Envelope.read();
        order(SAMIRA, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ORDERED"))
                .body("disbursement.state", equalTo("ORDERED"))
                .body("disbursement.endToEndId", matchesPattern("RY[0-9a-f]{32}"));
        Envelope after = Envelope.read();
        assertThat(after.reserved()).isEqualTo(before.reserved().subtract(new BigDecimal("5000.00")));
        assertThat(after.committed()).isEqualTo(before.committed().add(new BigDecimal("5000.00")));
        refused(order(Persona.KARIM, id), 409, "aid-request-not-in-state");
    }

    @Test
    void asksForTheAccountAsTheUserAndForPayment() {
        String id = approved("5000.00");
        RegistryForTests.server().resetRequests();
        order(SAMIRA, id).then().statusCode(200);
        RegistryForTests.server()
                .verify(
                        1,
                        getRequestedFor(urlPathMatching("/v1/persons/.*/account"))
                                .withHeader("Riaya-Purpose", matching("PAYMENT"))
                                .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void isForFinanceWhoTookNoPart() {
        String id = approved("5000.00");
        refused(order(HASSAN, id), 403, "role-missing");
        refused(order(SALMA, id), 403, "role-missing");
        for (Persona tookPart : new Persona[] {FATIMA, HASSAN}) {
            String token = IdentityProvider.token(SAMIRA, Map.of("sub", tookPart.subject()));
            refused(
                    As.withToken(token)
                            .header("Idempotency-Key", UUID.randomUUID())
                            .post("/v1/aid-requests/" + id + "/order"),
                    403,
                    "orderer-took-part");
        }
        read(SAMIRA, id).then().body("actions", contains("order"));
    }

    @Test
    void isOfWhatIsApproved() {
        refused(order(SAMIRA, proposed("5000.00")), 409, "aid-request-not-in-state");
        refused(order(SAMIRA, UUID.randomUUID().toString()), 404, "aid-request-unknown");
    }

    @Test
    void wantsAnAccountToPayTo() {
        String id = approved("5000.00");
        String person = read(SAMIRA, id).path("person.id");
        StubMapping none = RegistryForTests.server()
                .stubFor(get("/v1/persons/" + person + "/account").atPriority(1).willReturn(notFound()));
        refused(order(SAMIRA, id), 409, "account-missing");
        read(SAMIRA, id).then().body("state", equalTo("APPROVED")).body("disbursement", nullValue());
        RegistryForTests.server().removeStub(none);
        order(SAMIRA, id).then().statusCode(200);
    }

    /** A new account rests first: the refusal says from which day it is paid to, and the order is done then. */
    @Test
    void ofANewAccountIsRefusedWithTheDayFromWhichItIsPaidTo() {
        String id = approved("5000.00");
        String account = "/v1/persons/" + read(SAMIRA, id).path("person.id") + "/account";
        Envelope before = Envelope.read();
        StubMapping resting = RegistryForTests.server()
                .stubFor(
                        get(account)
                                .atPriority(1)
                                .willReturn(
                                        aResponse()
                                                .withStatus(409)
                                                .withHeader("Content-Type", "application/problem+json")
                                                .withBody(
                                                        "{\"status\":409,\"code\":\"account-cooling-off\",\"parameters\":{\"payableFrom\":\"2026-12-04\"}}")));
        order(SAMIRA, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("account-cooling-off"))
                .body("parameters.payableFrom", equalTo("2026-12-04"))
                .body("detail", containsString("4 December 2026"));
        assertThat(Envelope.read()).isEqualTo(before);
        RegistryForTests.server().removeStub(resting);
        order(SAMIRA, id).then().statusCode(200);
    }

    /** The registry says by name why nobody is to be paid; nothing of the order is done. */
    @Test
    void isNotOfAnAccountThatTheRegistryRefusesNorOfTheDead() {
        String id = approved("5000.00");
        String account = "/v1/persons/" + read(SAMIRA, id).path("person.id") + "/account";
        Envelope before = Envelope.read();
        for (Map.Entry<String, String> answer : Map.of(
                        "account-refused", "account-refused",
                        "account-awaits-approval", "account-awaits-approval",
                        "person-deceased", "payee-deceased",
                        "payee-missing", "payee-missing")
                .entrySet()) {
            StubMapping refusal = RegistryForTests.server()
                    .stubFor(get(account)
                            .atPriority(1)
                            .willReturn(aResponse()
                                    .withStatus(409)
                                    .withHeader("Content-Type", "application/problem+json")
                                    .withBody("{\"status\":409,\"code\":\"" + answer.getKey() + "\"}")));
            refused(order(SAMIRA, id), 409, answer.getValue());
            for (String language : List.of("ar", "fr")) {
                As.once(SAMIRA)
                        .header("Accept-Language", language)
                        .post("/v1/aid-requests/" + id + "/order")
                        .then()
                        .statusCode(409)
                        .header("Content-Language", equalTo(language));
            }
            RegistryForTests.server().removeStub(refusal);
        }
        StubMapping strange = RegistryForTests.server()
                .stubFor(get(account)
                        .atPriority(1)
                        .willReturn(aResponse().withStatus(409).withBody("?")));
        refused(order(SAMIRA, id), 503, "registry-unavailable");
        RegistryForTests.server().removeStub(strange);

        read(SAMIRA, id).then().body("state", equalTo("APPROVED")).body("disbursement", nullValue());
        assertThat(Envelope.read()).isEqualTo(before);
        order(SAMIRA, id).then().statusCode(200);
    }

    @Test
    void isFollowedToItsEnd() {
        String id = ordered("5000.00");
        String reference = sent(id);
        read(FATIMA, id).then().body("state", equalTo("ORDERED"));
        bank(bookings("A-1", debit(reference, "5000.00")));
        read(FATIMA, id).then().body("state", equalTo("PAID")).body("actions", contains("close"));
        step(FATIMA, id, "closure");
        bank(bookings("A-2", comeback(reference, "5000.00", "AC04")));
        read(FATIMA, id).then().body("state", equalTo("RETURNED"));
        As.user(FATIMA)
                .get("/v1/aid-requests/" + id + "/history")
                .then()
                .body("items[-1].actor", equalTo(Persona.KARIM.subject()))
                .body(
                        "items.toState",
                        contains(
                                "DRAFT",
                                "SUBMITTED",
                                "UNDER_REVIEW",
                                "PROPOSED",
                                "APPROVED",
                                "ORDERED",
                                "PAID",
                                "CLOSED",
                                "RETURNED"));
    }

    @Test
    void isReturnedWhereTheBankRefuses() {
        String id = ordered("5000.00");
        bank(status("A-3", "PAY-2025-000001", "", transaction(sent(id), "RJCT", "AC04")));
        read(FATIMA, id).then().body("state", equalTo("RETURNED"));
    }

    /** Answers the payment's reference at the bank, which has it in a file. */
    private static String sent(String id) {
        Ordered.released(List.of(UUID.fromString(read(SAMIRA, id).path("disbursement.id"))));
        return read(SAMIRA, id).path("disbursement.endToEndId");
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

    private static Response order(Persona persona, String id) {
        return As.once(persona).post("/v1/aid-requests/" + id + "/order");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private record Envelope(BigDecimal reserved, BigDecimal committed) {
        static Envelope read() {
            Response list = As.user(SALMA).get("/v1/envelopes?programme=SERIOUS_ILLNESS&office=ERR&year=" + thisYear());
            return new Envelope(
                    new BigDecimal(list.<String>path("items[0].reserved.amount")),
                    new BigDecimal(list.<String>path("items[0].committed.amount")));
        }
    }
}
