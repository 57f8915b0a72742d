package ma.riaya.beneficiary.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Identity, categories, pensions and links change when another person approves, and only as things stood when it was asked. */
@QuarkusTest
class ChangeRequestApiTest {

    @Test
    void aNameChangesWhenAnotherApprovesAndTheProvinceAtOnce() throws SQLException {
        String id = People.registered("ERR");
        Map<String, @Nullable Object> body = corrected("ERR", "familyNameLatin", "SEKKALI");
        body.put("province", "MA-ERR");
        String request = put(Persona.FATIMA, id, body)
                .statusCode(202)
                .body("kind", equalTo("IDENTITY"))
                .body("before.FAMILY_NAME_LATIN", equalTo("SKALLI"))
                .body("asked.FAMILY_NAME_LATIN", equalTo("SEKKALI"))
                .body("asked", not(hasKey("BIRTH_DATE")))
                .extract()
                .path("id");
        seen(id).body("familyNameLatin", equalTo("SKALLI")).body("province", equalTo("MA-ERR"));
        assertThat(People.trail(id, "person-changed")).isEqualTo(1);
        refused(Persona.FATIMA, request, 403, "change-approver-is-proposer");
        Approved.by(Persona.HASSAN, request);
        seen(id).body("familyNameLatin", equalTo("SEKKALI")).body("province", equalTo("MA-ERR"));
        assertThat(People.trail(id, "person-changed")).isEqualTo(2);
        As.user(Persona.FATIMA)
                .body(Map.of("q", "SEKKALI Nezha", "office", "ERR"))
                .post("/v1/persons/search")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void aFileThatCameBetweenIsAConflictAndNothingIsOverwritten() throws SQLException {
        String reference = RegistryCsv.reference();
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("matricule", "M77"))
                .send();
        String id = RegistryCsv.idOf(reference);
        Map<String, @Nullable Object> body = asItIs(id);
        body.put("matricule", "M78");
        body.put("evidence", "شهادة إدارية 4");
        body.put("reason", "خطأ في الرقم");
        String request = put(Persona.LATIFA, id, body).statusCode(202).extract().path("id");
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("matricule", "M79"))
                .send();
        refused(Persona.BRAHIM, request, 409, "change-overtaken");
        As.user(Persona.BRAHIM)
                .get("/v1/change-requests/" + request)
                .then()
                .body("before.MATRICULE", equalTo("M77"))
                .body("now.MATRICULE", equalTo("M79"))
                .body("asked.MATRICULE", equalTo("M78"))
                .body("conflict", contains("MATRICULE"));
        seen(id).body("matricule", equalTo("M79"));
        // Another change of the same person is in nobody's way.
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("matricule", "M79").set("province", "MA-TNG"))
                .send();
        String renewed = As.once(Persona.LATIFA)
                .post("/v1/change-requests/" + request + "/renewal")
                .then()
                .statusCode(202)
                .body("before.MATRICULE", equalTo("M79"))
                .extract()
                .path("id");
        Approved.byBrahim(renewed);
        seen(id).body("matricule", equalTo("M78"));
    }

    @Test
    void anIdentityNumberIsMaskedWithoutAPurposeAndTakenAwayByNobody() {
        Map<String, @Nullable Object> entered = People.body("ERR");
        entered.put("cin", "U14233");
        String id = People.register(entered).getString("id");
        Map<String, @Nullable Object> body = corrected("ERR", "cin", "U14234");
        String request = put(Persona.FATIMA, id, body)
                .statusCode(202)
                .body("before.CIN", equalTo("U•••33"))
                .body("asked.CIN", equalTo("U•••34"))
                .body("masked", contains("cin", "evidence"))
                .extract()
                .path("id");
        As.user(Persona.HASSAN)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/change-requests/" + request)
                .then()
                .body("before.CIN", equalTo("U14233"))
                .body("asked.CIN", equalTo("U14234"));
        Approved.by(Persona.HASSAN, request);
        seen(id).body("cin", equalTo("U•••34"));
    }

    @Test
    void aCategoryIsARegistryManagersToApproveAndTwoRequestsDoNotBothTakeEffect() {
        String id = People.registered("RAB");
        String first = category(id, "2019-02-03");
        String second = category(id, "2019-05-01");
        As.user(Persona.BRAHIM)
                .get("/v1/change-requests/" + first)
                .then()
                .body("evidence", nullValue())
                .body("masked", contains("evidence"));
        As.user(Persona.BRAHIM)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/change-requests/" + first)
                .then()
                .body("evidence", equalTo("Acte 12/2019"))
                .body("reason", equalTo("وفاة الزوج"));
        refused(Persona.YOUSSEF, first, 403, "change-needs-another-role");
        refused(Persona.LATIFA, first, 403, "change-approver-is-proposer");
        seen(id).body("categories", empty());
        Approved.byBrahim(first);
        seen(id).body("categories.from", contains("2019-02-03"));
        As.user(Persona.BRAHIM)
                .get("/v1/change-requests/" + second)
                .then()
                .body("state", equalTo("OVERTAKEN"))
                .body("before.periods", equalTo(""))
                .body("now.periods", equalTo("2019-02-03/"));
        refused(Persona.BRAHIM, second, 409, "change-decided-already");
        As.once(Persona.LATIFA)
                .post("/v1/change-requests/" + second + "/renewal")
                .then()
                .statusCode(409)
                .body("code", equalTo("category-overlaps"));
    }

    @Test
    void aLinkWaitsForTheHeadOfTheOfficeAndBothRecordsShowIt() {
        String wife = People.registered("ERR");
        Map<String, @Nullable Object> man = People.body("ERR");
        man.put("sex", "M");
        String husband = People.register(man).getString("id");
        String request = As.once(Persona.FATIMA)
                .body(Map.of(
                        "kind", "SPOUSE",
                        "personId", husband,
                        "from", "1989-08-17",
                        "evidence", "Acte 4/1989",
                        "reason", "لم يسجل الزواج"))
                .post("/v1/persons/" + wife + "/links")
                .then()
                .statusCode(202)
                .body("asked.personId", equalTo(husband))
                .body("warnings", empty())
                .extract()
                .path("id");
        seen(wife).body("links", empty());
        Approved.by(Persona.HASSAN, request);
        seen(wife).body("links.personId", contains(husband));
    }

    @Test
    void aPensionIsMaskedUntilAPurposeIsStated() {
        String id = People.registered("RAB");
        String request = As.once(Persona.LATIFA)
                .body(Map.of(
                        "from", "2020-01-01",
                        "amount", Map.of("amount", "1965.50", "currency", "MAD"),
                        "evidence", "Avis 17",
                        "reason", "رفع المعاش"))
                .post("/v1/persons/" + id + "/pensions")
                .then()
                .statusCode(202)
                .body("asked.amount", equalTo("••••"))
                .body("masked", contains("evidence", "pension"))
                .extract()
                .path("id");
        As.user(Persona.BRAHIM)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/change-requests/" + request)
                .then()
                .body("asked.amount", equalTo("1965.50"));
        Approved.byBrahim(request);
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + id)
                .then()
                .body("pension.amount", equalTo("1965.50"));
    }

    @Test
    void theOriginOfAnApprovedValueNamesItsRequest() {
        String id = People.registered("RAB");
        String request = category(id, "2019-02-03");
        Approved.byBrahim(request);
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items[0].known.about", equalTo(request))
                .body("items[0].known.by", equalTo(Persona.BRAHIM.subject()))
                .body("items[0].known.cause", equalTo("ENTRY"));
        As.user(Persona.LATIFA)
                .get("/v1/change-requests?person=" + id + "&state=APPROVED&kind=CATEGORY")
                .then()
                .body("items.id", contains(request))
                .body("items[0].proposedBy", equalTo(Persona.LATIFA.subject()));
    }

    @Test
    void whatTouchesNeitherIdentityNorMoneyWantsNobodyElse() {
        String id = People.registered("ERR");
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("province", "MA-ERR");
        put(Persona.FATIMA, id, body).statusCode(200).body("province", equalTo("MA-ERR"));
        As.user(Persona.FATIMA)
                .get("/v1/change-requests?person=" + id)
                .then()
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void listsAreInPages() {
        String id = People.registered("RAB");
        String[] requests = {category(id, "2001-01-01"), category(id, "2002-01-01"), category(id, "2003-01-01")};
        String path = "/v1/change-requests?person=" + id + "&limit=2";
        var first = As.user(Persona.DRISS)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items.id")).containsExactly(requests[0], requests[1]);
        As.user(Persona.DRISS)
                .get(path + "&cursor=" + first.getString("next"))
                .then()
                .body("items.id", containsInAnyOrder(requests[2]))
                .body("next", nullValue());
    }

    private static Map<String, @Nullable Object> corrected(String office, String field, String value) {
        Map<String, @Nullable Object> body = People.body(office);
        body.put(field, value);
        body.put("evidence", "Acte de naissance 7");
        body.put("reason", "كتب الاسم خطأ");
        return body;
    }

    /** What a person is known by, as a body that changes nothing. */
    private static Map<String, @Nullable Object> asItIs(String id) {
        Map<String, @Nullable Object> shown =
                As.user(Persona.LATIFA).get("/v1/persons/" + id).jsonPath().getMap("");
        Map<String, @Nullable Object> body = People.body(null);
        body.replaceAll((field, value) -> shown.get(field));
        body.put("province", shown.get("province"));
        return body;
    }

    private static String category(String id, String from) {
        return As.once(Persona.LATIFA)
                .body(Map.of(
                        "category", "WIDOWED_SPOUSE", "from", from, "evidence", "Acte 12/2019", "reason", "وفاة الزوج"))
                .post("/v1/persons/" + id + "/categories")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static ValidatableResponse put(Persona who, String id, Map<String, @Nullable Object> body) {
        return As.user(who)
                .header("If-Match", People.etag(id))
                .body(body)
                .put("/v1/persons/" + id)
                .then();
    }

    private static ValidatableResponse seen(String id) {
        return As.user(Persona.LATIFA).get("/v1/persons/" + id).then().statusCode(200);
    }

    private static void refused(Persona who, String request, int status, String code) {
        As.once(who)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }
}
