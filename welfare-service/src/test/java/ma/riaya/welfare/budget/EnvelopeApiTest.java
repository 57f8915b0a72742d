package ma.riaya.welfare.budget;

import static ma.riaya.testkit.Persona.DRISS;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.KHADIJA;
import static ma.riaya.testkit.Persona.MINA;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.openEnvelope;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import ma.riaya.testkit.As;
import org.junit.jupiter.api.Test;

/** Envelopes as administrators open them and offices see them. */
@QuarkusTest
class EnvelopeApiTest {

    @Test
    void isOpenedWithItsAllotmentAsTheFirstEntry() {
        String id = openEnvelope("SERIOUS_ILLNESS", "TAN", 2027, "250000.00");
        Response read = As.user(SALMA).get("/v1/envelopes/" + id);
        read.then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("allotted.amount", equalTo("250000.00"))
                .body("allotted.currency", equalTo("MAD"))
                .body("reserved.amount", equalTo("0.00"))
                .body("available.amount", equalTo("250000.00"))
                .body("actions", contains("amend"));
        As.user(DRISS)
                .get("/v1/envelopes/" + id + "/entries")
                .then()
                .body("items.kind", contains("ALLOT"))
                .body("items.amount.amount", contains("250000.00"));
        As.user(DRISS).get("/v1/envelopes/" + id).then().body("actions", empty());
    }

    @Test
    void isOpenedOnceByAnAdministratorForWhatExists() {
        openEnvelope("SERIOUS_ILLNESS", "TET", 2027, "1.00");
        refused(open("SERIOUS_ILLNESS", "TET", 2027, "\"2.00\""), 409, "envelope-already-open");
        refused(open("FREE_LUNCH", "TET", 2027, "\"2.00\""), 422, "programme-unknown");
        refused(open("SERIOUS_ILLNESS", "XXX", 2027, "\"2.00\""), 422, "office-unknown");
        refused(open("SERIOUS_ILLNESS", "TET", 1999, "\"2.00\""), 422, "body-invalid");
        refused(open("SERIOUS_ILLNESS", "TET", 2028, "\"-2.00\""), 422, "amount-negative");
        refused(open("SERIOUS_ILLNESS", "TET", 2028, "\"2.005\""), 422, "amount-three-decimals");
        refused(open("SERIOUS_ILLNESS", "TET", 2028, "2.00"), 422, "amount-not-a-number");
        refused(open("SERIOUS_ILLNESS", "TET", 2028, "\"1000000000.00\""), 422, "amount-too-large");
        refused(As.once(SAMIRA).body("{}").post("/v1/envelopes"), 403, "role-missing");
        refused(As.user(MINA).get("/v1/envelopes"), 403, "role-missing");
    }

    @Test
    void isAmendedByWhoHasSeenIt() {
        String id = openEnvelope("SERIOUS_ILLNESS", "FES", 2027, "1000.00");
        amend(id, "1", "1500.00")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("allotted.amount", equalTo("1500.00"));
        amend(id, "2", "700.00").then().statusCode(200);
        refused(amend(id, "2", "800.00"), 412, "changed-meanwhile");
        refused(
                As.once(SALMA).body(amount("800.00")).post("/v1/envelopes/" + id + "/amendments"),
                428,
                "if-match-missing");
        As.user(SALMA)
                .get("/v1/envelopes/" + id + "/entries")
                .then()
                .body("items.kind", contains("ALLOT", "ALLOT", "CUT"))
                .body("items.amount.amount", contains("1000.00", "500.00", "800.00"));
    }

    @Test
    void isSeenByItsOfficeAndHeadquarters() {
        String id = openEnvelope("SERIOUS_ILLNESS", "OUJ", 2027, "1000.00");
        refused(As.user(KHADIJA).get("/v1/envelopes/" + id), 403, "office-out-of-reach");
        refused(As.user(KHADIJA).get("/v1/envelopes/" + id + "/entries"), 403, "office-out-of-reach");
        refused(As.user(KHADIJA).get("/v1/envelopes?office=HQ"), 403, "office-out-of-reach");
        As.user(HASSAN).get("/v1/envelopes").then().statusCode(200).body("items.office", everyItem(equalTo("ERR")));
        refused(As.user(SALMA).get("/v1/envelopes/01a20043-f37d-768c-a8d0-da90ca67476c"), 404, "envelope-unknown");
        refused(As.user(SALMA).get("/v1/envelopes/one"), 400, "parameter-invalid");
    }

    @Test
    void isListedByKeyset() {
        String first = openEnvelope("SERIOUS_ILLNESS", "NAD", 2091, "1.00");
        String second = openEnvelope("INJURY_DUTY", "NAD", 2091, "1.00");
        Response page = As.user(SALMA).get("/v1/envelopes?office=NAD&year=2091&limit=1");
        page.then().body("items.id", contains(first)).header("Link", containsString("cursor="));
        As.user(SALMA)
                .get("/v1/envelopes?office=NAD&year=2091&limit=1&cursor=" + page.path("next"))
                .then()
                .body("items.id", contains(second));
        refused(As.user(SALMA).get("/v1/envelopes?cursor=" + page.path("next") + "x"), 400, "cursor-invalid");
    }

    private static Response open(String programme, String office, int year, String amount) {
        return As.once(SALMA)
                .body("""
                {"programme":"%s","office":"%s","year":%d,"allotted":{"amount":%s,"currency":"MAD"}}
                """.formatted(programme, office, year, amount))
                .post("/v1/envelopes");
    }

    private static Response amend(String id, String version, String amount) {
        return As.once(SALMA)
                .header("If-Match", '"' + version + '"')
                .body(amount(amount))
                .post("/v1/envelopes/" + id + "/amendments");
    }

    private static String amount(String amount) {
        return "{\"allotted\":{\"amount\":\"" + amount + "\",\"currency\":\"MAD\"}}";
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
