package ma.riaya.welfare.aidrequest;

import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.KHADIJA;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.open;
import static ma.riaya.welfare.AidRequestsForTests.opening;
import static ma.riaya.welfare.AidRequestsForTests.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.identity.Roles;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.Test;

/** Why no request is opened, by name. */
@QuarkusTest
class CannotOpenApiTest {

    @Test
    void forSomebodyTheRegistryDoesNotKnow() {
        refused(open(FATIMA, RegistryForTests.UNKNOWN), 422, "person-unknown");
    }

    @Test
    void forSomebodyTheRegistryDoesNotShow() {
        refused(open(FATIMA, RegistryForTests.OUT_OF_REACH), 403, "person-out-of-reach");
    }

    @Test
    void forTheDead() {
        refused(open(FATIMA, RegistryForTests.DECEASED), 422, "person-deceased");
    }

    @Test
    void forOneself() {
        UUID self = UUID.randomUUID();
        refused(
                As.withToken(IdentityProvider.token(FATIMA, Map.of("person", self.toString())))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body(opening(self))
                        .post("/v1/aid-requests"),
                403,
                "own-file");
    }

    @Test
    void forAProgrammeThatIsNot() {
        refused(post(opening(UUID.randomUUID()).replace("SERIOUS_ILLNESS", "FREE_LUNCH")), 422, "programme-unknown");
    }

    @Test
    void forAProgrammeGivenByCampaign() {
        refused(
                post(opening(UUID.randomUUID()).replace("SERIOUS_ILLNESS", "AID_ADHA")),
                422,
                "programme-not-on-request");
    }

    @Test
    void twiceForOnePersonWhereTheProgrammeSaysOnce() {
        UUID person = UUID.randomUUID();
        String first = draft(person);
        refused(open(KHADIJA, person), 409, "request-already-open").then().body("parameters.office", equalTo("ERR"));
        with(FATIMA, first, "withdrawal").then().statusCode(200);
        open(KHADIJA, person).then().statusCode(201);
    }

    @Test
    void byWhoIsNoOfficer() {
        refused(open(HASSAN, UUID.randomUUID()), 403, "role-missing");
        refused(open(Persona.SALMA, UUID.randomUUID()), 403, "role-missing");
    }

    @Test
    void byAnOfficerOfNoOffice() {
        String token =
                IdentityProvider.token(Persona.NOBODY, Map.of("realm_access", Map.of("roles", List.of(Roles.OFFICER))));
        refused(
                As.withToken(token)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body(opening(UUID.randomUUID()))
                        .post("/v1/aid-requests"),
                403,
                "caller-without-office");
    }

    @Test
    void withABodyThatBreaksItsRules() {
        refused(post("{}"), 422, "body-invalid")
                .then()
                .body("violations.field", hasItem("personId"))
                .body("violations.field", hasItem("situation"));
        refused(post(opening(UUID.randomUUID()).replace("COUNTER", "PIGEON")), 400, "body-malformed");
        refused(post(opening(UUID.randomUUID()).replace("\"channel\"", "\"chanel\"")), 400, "body-unknown-field");
        refused(post("{"), 400, "body-malformed");
    }

    private static Response post(String body) {
        return As.once(FATIMA).body(body).post("/v1/aid-requests");
    }

    private static Response refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        return answer;
    }
}
