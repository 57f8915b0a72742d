package ma.riaya.office;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Errors that no resource raises are problems too, in the reader's language. */
@QuarkusTest
class FrameworkErrorsApiTest {

    @Test
    void noToken() {
        problem(As.anonymous().get("/v1/regions").then(), 401, "token-missing").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void expiredToken() {
        problem(
                As.withToken(IdentityProvider.expiredToken(Persona.KHADIJA))
                        .get("/v1/regions")
                        .then(),
                401,
                "token-invalid");
    }

    @Test
    void tokenForAnotherProduct() {
        problem(
                As.withToken(IdentityProvider.tokenForAnotherProduct(Persona.KHADIJA))
                        .get("/v1/regions")
                        .then(),
                401,
                "token-invalid");
    }

    @Test
    void damagedToken() {
        problem(As.withToken("not.a.token").get("/v1/regions").then(), 401, "token-invalid");
    }

    @Test
    void unknownRoute() {
        problem(As.user(Persona.KHADIJA).get("/v1/nowhere").then(), 404, "not-found");
        problem(As.user(Persona.KHADIJA).get("/elsewhere").then(), 404, "not-found");
        problem(As.anonymous().get("/v1/nowhere").then(), 404, "not-found");
    }

    @Test
    void methodNotAllowed() {
        problem(As.user(Persona.KHADIJA).delete("/v1/regions").then(), 405, "method-not-allowed");
    }

    @Test
    void notAcceptable() {
        problem(
                As.user(Persona.KHADIJA)
                        .accept("application/pdf")
                        .get("/v1/regions")
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void bodyTooLarge() {
        problem(
                As.user(Persona.KHADIJA)
                        .body(new byte[11_000_000])
                        .put("/v1/regions")
                        .then(),
                413,
                "body-too-large");
    }

    @Test
    void parameterOutOfBounds() {
        problem(As.user(Persona.KHADIJA).get("/v1/regions?limit=0").then(), 400, "parameter-invalid")
                .body("violations[0].field", equalTo("limit"))
                .body("violations[0].code", equalTo("min"));
        problem(As.user(Persona.KHADIJA).get("/v1/regions?limit=201").then(), 400, "parameter-invalid");
    }

    @Test
    void parameterOfAnotherType() {
        problem(As.user(Persona.KHADIJA).get("/v1/regions?limit=many").then(), 400, "parameter-invalid");
    }

    @Test
    void cursorNotOurs() {
        problem(As.user(Persona.KHADIJA).get("/v1/regions?cursor=%25%25").then(), 400, "cursor-invalid");
    }

    @Test
    void unknownThing() {
        problem(As.user(Persona.KHADIJA).get("/v1/regions/99").then(), 404, "region-unknown")
                .body("parameters.region", equalTo("99"));
    }

    @Test
    void inTheReadersLanguage() {
        As.user(Persona.KHADIJA)
                .header("Accept-Language", "fr-FR,fr;q=0.9")
                .get("/v1/regions/99")
                .then()
                .header("Content-Language", "fr")
                .body("title", equalTo("Cette région n’est pas connue"));
    }

    @Test
    void inArabicUnlessAsked() {
        As.withToken(IdentityProvider.token(Persona.KHADIJA))
                .header("Accept-Language", "tlh")
                .get("/v1/regions/99")
                .then()
                .header("Content-Language", "ar")
                .body("title", equalTo("هذه الجهة غير معروفة"));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("urn:riaya:problem:" + code))
                .body("title", not(equalTo(code + ".title")))
                .body("detail", not(equalTo(code + ".detail")))
                .body("requestId", notNullValue());
    }
}
