package ma.riaya.office.regionaloffice;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import ma.riaya.office.Trail;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** The offices as anyone signed in reads them, and as an administrator changes them. */
@QuarkusTest
class OfficeApiTest {

    private static final String BODY = """
            {"nameAr": "%s", "nameFr": "Service wilayal de l’action sociale de Laâyoune",
             "latitude": %s, "longitude": -13.2033, "contacts": %s}
            """;
    private static final String NAME = "المصلحة الولائية للعمل الاجتماعي بالعيون";

    @Test
    void oneOffice() {
        As.user(Persona.MINA)
                .get("/v1/offices/NAD")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("code", equalTo("NAD"))
                .body("nameAr", equalTo("المصلحة الولائية للعمل الاجتماعي بالناظور"))
                .body("nameFr", equalTo("Service wilayal de l’action sociale de Nador"))
                .body("cityAr", equalTo("الناظور"))
                .body("cityFr", equalTo("Nador"))
                .body("region", equalTo("02"))
                .body("division", equalTo("MA-NAD"))
                .body("latitude", equalTo(35.1681f))
                .body("longitude", equalTo(-2.9335f))
                .body("contacts.phone", nullValue())
                .body("head", nullValue())
                .body("actions", empty());
    }

    @Test
    void theSeventeen() {
        As.user(Persona.NOBODY)
                .get("/v1/offices")
                .then()
                .statusCode(200)
                .body("items", hasSize(17))
                .body("next", nullValue());
    }

    @Test
    void onlyAnAdministratorIsOfferedToChange() {
        As.user(Persona.ANAS).get("/v1/offices/NAD").then().body("actions", contains("change", "appoint-head"));
        As.user(Persona.DRISS).get("/v1/offices/NAD").then().body("actions", empty());
    }

    @Test
    void anUnknownOffice() {
        problem(As.user(Persona.KHADIJA).get("/v1/offices/MEK").then(), 404, "office-unknown")
                .body("parameters.office", equalTo("MEK"));
        problem(
                change(Persona.SALMA, "MEK", "\"1\"", BODY.formatted(NAME, "27", "{}"))
                        .then(),
                404,
                "office-unknown");
    }

    @Test
    void isChangedByAnAdministrator() {
        String contacts =
                "{\"phone\": \"+212 528 89 00 00\", \"email\": \"laayoune@example.ma\", \"addressAr\": \"شارع مكة\"}";
        change(Persona.SALMA, "LAA", "\"1\"", BODY.formatted(NAME, "27.15", contacts))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("latitude", equalTo(27.15f))
                .body("contacts.phone", equalTo("+212 528 89 00 00"))
                .body("contacts.email", equalTo("laayoune@example.ma"))
                .body("contacts.addressAr", equalTo("شارع مكة"))
                .body("contacts.addressFr", nullValue())
                .body("cityAr", equalTo("العيون"));
        problem(
                change(Persona.ANAS, "LAA", "\"1\"", BODY.formatted(NAME, "27", "{}"))
                        .then(),
                412,
                "changed-meanwhile");
        As.user(Persona.DRISS)
                .get("/v1/offices/LAA")
                .then()
                .header("ETag", "\"2\"")
                .body("latitude", equalTo(27.15f));
        assertThat(Trail.of("office", "LAA"))
                .containsExactly("office-changed by " + Persona.SALMA.subject()
                        + " {\"fields\": \"latitude,phone,email,addressAr\", \"version\": \"2\"}");
    }

    @Test
    void addressesAreTextOfOneLine() {
        for (String wrong : List.of("a\\u0007", "a\\u202Eb", "a\\nb", "\\u200B")) {
            problem(
                            change(
                                            Persona.SALMA,
                                            "NAD",
                                            "\"1\"",
                                            BODY.formatted(NAME, "27", "{\"addressAr\": \"" + wrong + "\"}"))
                                    .then(),
                            422,
                            "body-invalid")
                    .body("violations[0].field", equalTo("contacts.addressAr"))
                    .body("violations[0].code", equalTo("plain-text"));
        }
    }

    @Test
    void nobodyElseChanges() {
        for (Persona persona : Persona.values()) {
            if (!persona.roles().contains("admin")) {
                problem(
                        change(persona, "NAD", "\"1\"", BODY.formatted(NAME, "27", "{}"))
                                .then(),
                        403,
                        "role-missing");
            }
        }
    }

    @Test
    void theVersionSeenIsAsked() {
        problem(
                As.user(Persona.SALMA)
                        .body(BODY.formatted(NAME, "27", "{}"))
                        .put("/v1/offices/NAD")
                        .then(),
                428,
                "if-match-missing");
    }

    @Test
    void namesStandInTheirOwnScript() {
        problem(
                        change(Persona.SALMA, "NAD", "\"1\"", BODY.formatted("Nador", "27", "{}"))
                                .then(),
                        422,
                        "body-invalid")
                .body("violations.field", contains("nameAr"));
        problem(
                change(Persona.SALMA, "NAD", "\"1\"", BODY.formatted("   ", "27", "{}"))
                        .then(),
                422,
                "body-invalid");
    }

    @Test
    void coordinatesLieInMorocco() {
        problem(
                        change(Persona.SALMA, "NAD", "\"1\"", BODY.formatted(NAME, "48.85", "{}"))
                                .then(),
                        422,
                        "body-invalid")
                .body("violations.field", contains("latitude"))
                .body("violations.code", contains("max"));
    }

    @Test
    void contactsAreWellFormed() {
        String contacts = "{\"phone\": \"call me\", \"email\": \"nowhere\"}";
        problem(
                        change(Persona.SALMA, "NAD", "\"1\"", BODY.formatted(NAME, "27", contacts))
                                .then(),
                        422,
                        "body-invalid")
                .body("violations.field", contains("contacts.email", "contacts.phone"));
    }

    private static Response change(Persona persona, String office, String ifMatch, String body) {
        return As.user(persona).header("If-Match", ifMatch).body(body).put("/v1/offices/" + office);
    }
}
