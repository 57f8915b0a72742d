package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every service refuses before a use case runs, whoever raises it: each is a problem that says what to correct.
 *
 * <p>A service extends it with {@code @QuarkusTest}, a list of its own, and bodies of its own that leave something to guess.
 */
public abstract class RefusedAtTheDoor extends UnreadableAtTheDoor {

    private static final String RS256 = "eyJhbGciOiJSUzI1NiIsImtpZCI6InJpYXlhIn0";
    private static final String ALG_NONE = "eyJhbGciOiJub25lIn0";
    private static final String DATA = "eyJzdWIiOiJ4In0";

    /** A body that is refused, and the path of the field that is named. */
    public record Guess(String body, String field) {}

    /**
     * @param list the address of a list that the reader may see
     * @param write the address that the writer posts to
     */
    protected RefusedAtTheDoor(Persona reader, String list, Persona writer, String write) {
        super(reader, list, writer, write);
    }

    /** Bodies for the address that is written to, each with one value of another form than the contract states. */
    protected abstract List<Guess> guesses();

    @Test
    void credentialsThatNoTokenCanBe() {
        for (String given : List.of(
                "Bearer ..",
                "Bearer .",
                "Bearer ...",
                "Bearer a",
                "Bearer a.b.c",
                "Bearer a.b.c.d.e",
                "Bearer " + RS256 + "." + DATA,
                "Bearer " + RS256 + "." + DATA + ".",
                "Bearer .." + DATA,
                "Bearer " + RS256 + "..c2ln",
                "Bearer " + RS256 + "." + DATA + ".c2ln",
                "Bearer " + ALG_NONE + "." + DATA + ".",
                "Bearer " + ALG_NONE + "." + DATA + ".c2ln",
                "Bearer " + "x".repeat(8_000),
                "Bearer " + ".".repeat(8_000),
                "Bearer رمز",
                "Bearer é.é.é")) {
            refuses(As.anonymous().header("Authorization", given), "token-invalid", "Bearer error=\"invalid_token\"");
        }
        for (String given : List.of("Bearer", "Basic c2FsbWE6c2FsbWE=", "Negotiate x", "x")) {
            refuses(As.anonymous().header("Authorization", given), "token-missing", "Bearer");
        }
        Header token = new Header("Authorization", "Bearer " + IdentityProvider.token(reader));
        refuses(As.anonymous().headers(new Headers(token, token)), "token-invalid", "Bearer error=\"invalid_token\"");
        for (String otherToken : List.of(
                IdentityProvider.expiredToken(reader),
                IdentityProvider.tokenForAnotherProduct(reader),
                IdentityProvider.tokenOfAnotherRealm(reader))) {
            refuses(As.withToken(otherToken), "token-invalid", "Bearer error=\"invalid_token\"");
        }
        As.user(reader).get(list).then().statusCode(200);
    }

    private void refuses(RequestSpecification request, String code, String challenge) {
        Response answer = request.get(list);
        String what = answer.asString();
        assertThat(answer.statusCode()).as(what).isEqualTo(401);
        assertThat(answer.contentType()).as(what).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).as(what).isEqualTo(challenge);
        assertThat(answer.header("X-Request-Id")).as(what).isNotBlank();
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    @Test
    void aBodyThatLeavesSomethingToGuess() {
        assertThat(guesses()).isNotEmpty();
        assertAll(guesses().stream().map(guess -> () -> {
            Response answer = post(guess.body().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(guess.body() + answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("code"))
                    .as(guess.body())
                    .isIn("body-malformed", "text-unreadable", "body-unknown-field");
            assertThat(answer.jsonPath().getList("violations.field", String.class))
                    .as(guess.body())
                    .containsExactly(guess.field());
        }));
    }

    @Test
    void aBodyThatIsNotOneJsonObjectInUtf8() {
        for (String body : List.of(
                "{} x",
                "{} {}",
                "[{}]",
                "[]",
                "\"\"",
                "\"x\"",
                "5",
                "NaN",
                "{/**/}",
                "{'a':1}",
                "{,}",
                "{\"a\"",
                "[".repeat(10_000))) {
            Response answer = post(body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.jsonPath().getString("code")).as(body).isEqualTo("body-malformed");
        }
        for (byte[] body : List.of("{}".getBytes(StandardCharsets.UTF_16), new byte[] {0, 0, 0, '{', -1, -1, -1, -1})) {
            assertThat(post(body).statusCode()).isEqualTo(400);
        }
        String name = "k".repeat(500) + "\\u0000";
        Response answer = post(("{\"" + name + "\": 1}").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.jsonPath().getString("code")).isEqualTo("body-unknown-field");
        assertThat(answer.jsonPath().getString("violations[0].field")).hasSizeLessThan(110);
    }

    private Response post(byte[] body) {
        return As.once(writer).body(body).post(write);
    }

    @Test
    void aParameterThatIsUnknownRepeatedOrNoNumber() {
        assertAll(Map.of(
                        "limt=5", "limt:unknown-parameter",
                        "limit=5&limit=6", "limit:repeated-parameter",
                        "limit=abc", "limit:unreadable-value",
                        "limit=1e3", "limit:unreadable-value",
                        "limit=2.5", "limit:unreadable-value",
                        "limit=%2B5", "limit:unreadable-value",
                        "limit=0x5", "limit:unreadable-value",
                        "limit=%D9%A5", "limit:unreadable-value",
                        "limit=99999999999", "limit:unreadable-value")
                .entrySet()
                .stream()
                .map(each -> () -> {
                    Response answer = As.user(reader).urlEncodingEnabled(false).get(list + "?" + each.getKey());
                    assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(400);
                    assertThat(answer.jsonPath().getString("code"))
                            .as(each.getKey())
                            .isEqualTo("parameter-invalid");
                    assertThat(answer.jsonPath().getString("violations[0].field") + ":"
                                    + answer.jsonPath().getString("violations[0].code"))
                            .as(each.getKey())
                            .isEqualTo(each.getValue());
                    assertThat(answer.jsonPath().getString("violations[0].message"))
                            .isNotBlank();
                }));
        As.anonymous().get(list + "?limt=5").then().statusCode(401);
        As.user(reader).get(list + "?limit=5").then().statusCode(200);
    }

    @Test
    void choosesALanguageThatIsThere() {
        Map.ofEntries(
                        Map.entry("*", "ar"),
                        Map.entry("fr;q=0", "ar"),
                        Map.entry("ar;q=0, en", "en"),
                        Map.entry("ar;q=0, *", "fr"),
                        Map.entry("ar-MA", "ar"),
                        Map.entry("fr-MA, ar;q=0.9", "fr"),
                        Map.entry("zgh", "ar"),
                        Map.entry("zgh, fr;q=0.5", "fr"),
                        Map.entry("*, fr;q=0.5", "ar"),
                        Map.entry("de,".repeat(1_300) + "en", "en"))
                .forEach((asked, given) -> {
                    Response answer =
                            As.user(reader).header("Accept-Language", asked).get("/v1/nowhere");
                    assertThat(answer.header("Content-Language")).as(asked).isEqualTo(given);
                });
    }
}
