package ma.riaya.beneficiary.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The register of processing, and what it opens to whom. */
@QuarkusTest
class PurposeApiTest {

    @Test
    void theRegisterIsToldToAll() {
        As.user(Persona.MINA)
                .get("/v1/purposes")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems(
                                "AID_INSTRUCTION",
                                "PAYMENT",
                                "REGISTRY_MAINTENANCE",
                                "AUDIT",
                                "STATISTICS",
                                "DOUBLE_BENEFIT_CHECK",
                                "PERSON_REQUEST"))
                .body("items.find { it.code == 'AID_INSTRUCTION' }.authorisationConfirmed", equalTo(false))
                .body("items.find { it.code == 'AID_INSTRUCTION' }.proposedBy", nullValue());
        As.user(Persona.NOBODY).get("/v1/purposes").then().statusCode(403);
        As.user(Persona.MINA).get("/v1/purposes/AUDIT/versions").then().statusCode(403);
    }

    @Test
    void aRoleStatesOnlyWhatIsItsOwn() {
        String id = withCin("D10001");
        read(Persona.KHADIJA, id, "AUDIT", "")
                .statusCode(403)
                .body("code", equalTo("purpose-not-for-role"))
                .body("parameters.purpose", equalTo("AUDIT"))
                .body("parameters.allowed", startsWith("AID_INSTRUCTION, DOUBLE_BENEFIT_CHECK"));
        read(Persona.DRISS, id, "PAYMENT", "").statusCode(403).body("code", equalTo("purpose-not-for-role"));
        read(Persona.SALMA, id, "AUDIT", "").statusCode(403).body("code", equalTo("purpose-not-for-role"));
    }

    @Test
    void aPurposeOpensTheFieldsThatItCoversAndNoOther() {
        String id = withCin("D10002");
        People.setAccount(id, "011519000001205000534921");
        read(Persona.KHADIJA, id, "DOUBLE_BENEFIT_CHECK", "")
                .statusCode(200)
                .body("cin", equalTo("D10002"))
                .body("masked", contains("pension", "account"));
        read(Persona.KHADIJA, id, "DOUBLE_BENEFIT_CHECK", "cin,pension")
                .statusCode(403)
                .body("code", equalTo("purpose-not-covering"))
                .body("parameters.needed", equalTo("AID_INSTRUCTION, REGISTRY_MAINTENANCE"));
        read(Persona.LATIFA, id, "REGISTRY_MAINTENANCE", "account")
                .statusCode(200)
                .body("cin", equalTo("D•••02"))
                .body("account.iban", equalTo("MA64011519000001205000534921"))
                .body("masked", contains("cin", "pension"));
        read(Persona.LATIFA, id, "REGISTRY_MAINTENANCE", "shoe-size")
                .statusCode(400)
                .body("code", equalTo("sensitive-field-unknown"));
    }

    @Test
    void aChangeIsPreparedByOneAndApprovedByAnother() {
        propose(Persona.LATIFA, "TEST_SURVEY", body("A-T-1/2026")).statusCode(403);
        propose(Persona.SALMA, "TEST_SURVEY", body("A-T-1/2026"))
                .statusCode(201)
                .body("version", equalTo(1))
                .body("state", equalTo("PROPOSED"));
        propose(Persona.ANAS, "TEST_SURVEY", body("A-T-2/2026"))
                .statusCode(409)
                .body("code", equalTo("purpose-change-waits"));
        String id = withCin("D10003");
        read(Persona.KHADIJA, id, "TEST_SURVEY", "").statusCode(400).body("code", equalTo("purpose-unknown"));
        decide(Persona.SALMA, "TEST_SURVEY/versions/1/approval")
                .statusCode(403)
                .body("code", equalTo("purpose-own-change"));
        decide(Persona.ANAS, "TEST_SURVEY/versions/9/approval")
                .statusCode(404)
                .body("code", equalTo("purpose-version-unknown"));
        decide(Persona.ANAS, "TEST_SURVEY/versions/1/approval").statusCode(200).body("state", equalTo("IN_FORCE"));
        decide(Persona.NADIA, "TEST_SURVEY/versions/1/refusal")
                .statusCode(409)
                .body("code", equalTo("purpose-version-decided"));
        read(Persona.KHADIJA, id, "TEST_SURVEY", "").statusCode(200).body("cin", equalTo("D10003"));
        Map<String, @Nullable Object> ended = body("A-T-1/2026");
        ended.put("authorisedUntil", "2020-12-31");
        propose(Persona.ANAS, "TEST_SURVEY", ended).statusCode(201).body("version", equalTo(2));
        read(Persona.KHADIJA, id, "TEST_SURVEY", "").statusCode(200);
        decide(Persona.NADIA, "TEST_SURVEY/versions/2/approval").statusCode(200);
        read(Persona.KHADIJA, id, "TEST_SURVEY", "")
                .statusCode(403)
                .body("code", equalTo("purpose-not-authorised"))
                .body("cin", nullValue());
        propose(Persona.SALMA, "TEST_SURVEY", body("A-T-3/2026")).statusCode(201);
        decide(Persona.ANAS, "TEST_SURVEY/versions/3/refusal").statusCode(200).body("state", equalTo("REFUSED"));
        assertThat(As.user(Persona.DRISS)
                        .get("/v1/purposes/TEST_SURVEY/versions")
                        .jsonPath()
                        .getList("items.state"))
                .isEqualTo(List.of("REFUSED", "IN_FORCE", "REPLACED"));
    }

    @Test
    void withoutAnAuthorisationNothingIsRead() {
        String id = withCin("D10004");
        propose(Persona.SALMA, "TEST_NAKED", body(null)).statusCode(201);
        decide(Persona.ANAS, "TEST_NAKED/versions/1/approval").statusCode(200);
        read(Persona.KHADIJA, id, "TEST_NAKED", "").statusCode(403).body("code", equalTo("purpose-not-authorised"));
    }

    private static String withCin(String cin) {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", cin);
        return People.register(body).getString("id");
    }

    private static ValidatableResponse read(Persona persona, String id, String purpose, String fields) {
        return As.user(persona)
                .header("Riaya-Purpose", purpose)
                .get("/v1/persons/" + id + (fields.isEmpty() ? "" : "?fields=" + fields))
                .then();
    }

    private static Map<String, @Nullable Object> body(@Nullable String authorisation) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("titleAr", "بحث ميداني");
        body.put("titleFr", "Enquête de terrain");
        body.put("authorisation", authorisation);
        body.put("legalBasis", "Loi 09-08, article 4");
        body.put("fields", List.of("CIN"));
        body.put("roles", List.of("officer"));
        body.put("retentionMonths", 12);
        return body;
    }

    private static ValidatableResponse propose(Persona persona, String code, Map<String, @Nullable Object> body) {
        return As.once(persona)
                .body(body)
                .post("/v1/purposes/" + code + "/versions")
                .then();
    }

    private static ValidatableResponse decide(Persona persona, String path) {
        return As.once(persona).post("/v1/purposes/" + path).then();
    }
}
