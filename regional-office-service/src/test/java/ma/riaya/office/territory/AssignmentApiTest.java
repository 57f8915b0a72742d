package ma.riaya.office.territory;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.office.Trail;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** An administrator gives provinces to offices; every former state stays readable. */
@QuarkusTest
class AssignmentApiTest {

    @Test
    void aProvinceGoesToAnotherOfficeAndItsHistoryIsKept() {
        assign(Persona.SALMA, "MA-GUF", tag("MA-GUF"), "\"OUJ\"", "الطريق السيار أقرب إلى وجدة")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(tag("MA-GUF")))
                .body("office", equalTo("OUJ"))
                .body("actions", contains("assign"));

        As.user(Persona.DRISS).get("/v1/provinces?office=OUJ").then().body("items.code", hasItem("MA-GUF"));
        As.user(Persona.DRISS).get("/v1/provinces?office=NAD").then().body("items.code", not(hasItem("MA-GUF")));
        As.user(Persona.DRISS)
                .get("/v1/provinces/MA-GUF/assignments")
                .then()
                .statusCode(200)
                .body("items.office", contains("OUJ", "NAD"))
                .body("items[0].reason", equalTo("الطريق السيار أقرب إلى وجدة"))
                .body("items[0].until", nullValue())
                .body("items[1].until", notNullValue());
        List<String> ends = As.user(Persona.DRISS)
                .get("/v1/provinces/MA-GUF/assignments")
                .jsonPath()
                .getList("items.collect { it.until ?: it.from }");
        assertThat(ends.get(0)).as("one begins when the other ends").isEqualTo(ends.get(1));
        assertThat(Trail.of("province", "MA-GUF"))
                .containsExactly(
                        "province-assigned by " + Persona.SALMA.subject() + " {\"to\": \"OUJ\", \"from\": \"NAD\"}");
    }

    @Test
    void aReasonIsText() {
        for (String wrong : List.of("a\\u0007", "a\\u2066b", "\\u200B")) {
            problem(
                            assign(Persona.SALMA, "MA-NAD", tag("MA-NAD"), "\"OUJ\"", wrong)
                                    .then(),
                            422,
                            "body-invalid")
                    .body("violations[0].code", equalTo("plain-text"));
        }
    }

    @Test
    void aProvinceOfRegionTenIsGivenAnOfficeAndLosesItAgain() {
        assign(Persona.ANAS, "MA-TNT", tag("MA-TNT"), "\"LAA\"", "أقرب مصلحة")
                .then()
                .statusCode(200);
        As.user(Persona.KHADIJA)
                .get("/v1/provinces/MA-TNT/office")
                .then()
                .statusCode(200)
                .body("code", equalTo("LAA"));
        assign(Persona.ANAS, "MA-TNT", tag("MA-TNT"), "null", "ألغي الإلحاق")
                .then()
                .statusCode(200)
                .body("office", nullValue());
        problem(As.user(Persona.KHADIJA).get("/v1/provinces/MA-TNT/office").then(), 404, "province-without-office");
        As.user(Persona.KHADIJA)
                .get("/v1/provinces/MA-TNT/assignments?limit=2")
                .then()
                .body("items.office", contains(null, "LAA"))
                .body("next", notNullValue());
    }

    @Test
    void theHistoryIsPaged() {
        assign(Persona.SALMA, "MA-BOM", tag("MA-BOM"), "\"ERR\"", "ميسور أقرب")
                .then()
                .statusCode(200);
        assign(Persona.SALMA, "MA-BOM", tag("MA-BOM"), "\"FES\"", "داخل الجهة")
                .then()
                .statusCode(200);
        List<String> offices = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = As.user(Persona.DRISS)
                    .queryParam("limit", 1)
                    .queryParam("cursor", next)
                    .get("/v1/provinces/MA-BOM/assignments");
            offices.addAll(page.jsonPath().getList("items.office"));
            next = page.jsonPath().getString("next");
        }
        assertThat(offices).containsExactly("FES", "ERR", "FES");
    }

    @Test
    void nobodyElseAssigns() {
        for (Persona persona : Persona.values()) {
            if (!persona.roles().contains("admin")) {
                problem(assign(persona, "MA-SEF", "\"1\"", "\"TAZ\"", "r").then(), 403, "role-missing");
            }
        }
        problem(As.anonymous().body("{}").put("/v1/provinces/MA-SEF/office").then(), 401, "token-missing");
        As.user(Persona.SALMA).get("/v1/provinces/MA-SEF").then().body("office", equalTo("FES"));
    }

    @Test
    void theVersionSeenIsAsked() {
        problem(
                As.user(Persona.SALMA)
                        .body("{\"office\": \"TAZ\", \"reason\": \"r\"}")
                        .put("/v1/provinces/MA-SEF/office")
                        .then(),
                428,
                "if-match-missing");
    }

    @Test
    void aStaleVersionIsRefused() {
        assign(Persona.SALMA, "MA-KHE", "\"1\"", "\"SAL\"", "r").then().statusCode(200);
        problem(assign(Persona.ANAS, "MA-KHE", "\"1\"", "\"RAB\"", "r").then(), 412, "changed-meanwhile");
        problem(assign(Persona.ANAS, "MA-KHE", "*", "\"RAB\"", "r").then(), 412, "changed-meanwhile");
        assign(Persona.ANAS, "MA-KHE", "\"2\"", "\"RAB\"", "r").then().statusCode(200);
    }

    @Test
    void ofTwoAtOnceOneIsRefused() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = List.of(
                    both.submit(() -> assign(Persona.SALMA, "MA-LAR", "\"1\"", "\"TET\"", "r")
                            .statusCode()),
                    both.submit(() -> assign(Persona.ANAS, "MA-LAR", "\"1\"", "\"ALH\"", "r")
                            .statusCode()));
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        As.user(Persona.DRISS).get("/v1/provinces/MA-LAR").then().header("ETag", "\"2\"");
        assertThat(Trail.of("province", "MA-LAR")).hasSize(1);
    }

    @Test
    void anUnknownOffice() {
        problem(assign(Persona.SALMA, "MA-SEF", "\"1\"", "\"ZZZ\"", "r").then(), 422, "assignment-office-unknown")
                .body("parameters.office", equalTo("ZZZ"));
    }

    @Test
    void anUnknownProvince() {
        problem(assign(Persona.SALMA, "MA-XXX", "\"1\"", "\"FES\"", "r").then(), 404, "province-unknown");
    }

    @Test
    void theOfficeThatServesItAlready() {
        problem(assign(Persona.SALMA, "MA-SEF", "\"1\"", "\"FES\"", "r").then(), 409, "province-already-with-office")
                .body("parameters.office", equalTo("FES"));
    }

    @Test
    void noOfficeWhereNoneServes() {
        problem(assign(Persona.SALMA, "MA-ASZ", "\"1\"", "null", "r").then(), 409, "province-already-without-office");
    }

    @Test
    void anOfficeIsNotTakenAwayByOmission() {
        problem(
                As.user(Persona.SALMA)
                        .header("If-Match", "\"1\"")
                        .body("{\"reason\": \"r\"}")
                        .put("/v1/provinces/MA-SEF/office")
                        .then(),
                400,
                "body-malformed");
    }

    @Test
    void aReasonIsAsked() {
        problem(assign(Persona.SALMA, "MA-SEF", "\"1\"", "\"TAZ\"", "  ").then(), 422, "body-invalid")
                .body("violations.field", contains("reason"));
        problem(
                assign(Persona.SALMA, "MA-SEF", "\"1\"", "\"TAZ\"", "r".repeat(501))
                        .then(),
                422,
                "body-invalid");
        problem(assign(Persona.SALMA, "MA-SEF", "\"1\"", "\"taz\"", "r").then(), 422, "body-invalid")
                .body("violations.field", contains("office"));
    }

    private static String tag(String province) {
        return As.user(Persona.DRISS).get("/v1/provinces/" + province).header("ETag");
    }

    private static Response assign(Persona persona, String province, String ifMatch, String office, String reason) {
        return As.user(persona)
                .header("If-Match", ifMatch)
                .body("{\"office\": " + office + ", \"reason\": \"" + reason + "\"}")
                .put("/v1/provinces/" + province + "/office");
    }
}
