package ma.riaya.office;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Errors that no resource raises are problems too, in Arabic, in French and in English. */
@QuarkusTest
class FrameworkErrorsApiTest {

    private static final String ERR = "/v1/offices/ERR";

    /** One line an error: what is sent, and the status and code that answer it. */
    private static final List<Error> ERRORS = List.of(
            new Error("no token", 401, "token-missing", () -> As.anonymous(), to -> to.get("/v1/regions")),
            new Error("a damaged token", 401, "token-invalid", () -> As.withToken("not.a.token"), to -> to.get(ERR)),
            new Error("an expired token", 401, "token-invalid", () -> expired(), to -> to.get("/v1/regions")),
            new Error("another product's token", 401, "token-invalid", () -> ofAnother(), to -> to.get(ERR)),
            new Error("a role missing", 403, "role-missing", () -> khadija().body("{}"), to -> to.put(ERR)),
            new Error("an unknown route", 404, "not-found", () -> khadija(), to -> to.get("/v1/nowhere")),
            new Error("an unknown root", 404, "not-found", () -> khadija(), to -> to.get("/elsewhere")),
            new Error("an unknown route to nobody", 404, "not-found", () -> As.anonymous(), to -> to.get("/v1/x")),
            new Error("a method not allowed", 405, "method-not-allowed", () -> khadija(), to -> to.delete(ERR)),
            new Error("a method not known", 405, "method-not-allowed", () -> khadija(), to -> to.patch(ERR)),
            new Error("a form not offered", 406, "not-acceptable", () -> pdf(), to -> to.get("/v1/regions")),
            new Error("malformed JSON", 400, "body-malformed", () -> salma().body("{\"nameAr\":"), to -> to.put(ERR)),
            new Error("JSON of another shape", 400, "body-malformed", () -> salma().body("[1]"), to -> to.put(ERR)),
            new Error("no JSON at all", 400, "body-malformed", () -> salma().body("hello"), to -> to.put(ERR)),
            new Error("another type", 400, "body-malformed", () -> coordinates("\"x\""), to -> to.put(ERR)),
            new Error("an unknown field", 400, "body-unknown-field", () -> unknownField(), to -> to.put(ERR)),
            new Error("no body", 422, "body-invalid", () -> salma(), to -> to.put(ERR)),
            new Error("an empty body", 422, "body-invalid", () -> salma().body("{}"), to -> to.put(ERR)),
            new Error("a rule broken", 422, "body-invalid", () -> coordinates("99"), to -> to.put(ERR)),
            new Error("a form not taken", 415, "media-type-unsupported", () -> xml(), to -> to.put(ERR)),
            new Error("a body too large", 413, "body-too-large", () -> huge(), to -> to.put(ERR)),
            new Error(
                    "a limit too small",
                    400,
                    "parameter-invalid",
                    () -> khadija(),
                    to -> to.get("/v1/regions?limit=0")),
            new Error(
                    "a limit too large",
                    400,
                    "parameter-invalid",
                    () -> khadija(),
                    to -> to.get("/v1/regions?limit=201")),
            new Error(
                    "a limit of letters",
                    400,
                    "parameter-invalid",
                    () -> khadija(),
                    to -> to.get("/v1/regions?limit=x")),
            new Error(
                    "another's cursor", 400, "cursor-invalid", () -> khadija(), to -> to.get("/v1/regions?cursor=%25")),
            new Error("a NUL in the address", 400, "text-unreadable", () -> raw(), to -> to.get("/v1/regions/0%00")),
            new Error(
                    "a text that the database cannot keep",
                    400,
                    "text-unreadable",
                    () -> khadija(),
                    to -> to.get("/test/break/database/22021")),
            new Error(
                    "a failure inside",
                    500,
                    "internal-error",
                    () -> khadija(),
                    to -> to.get("/test/break/unexpectedly")),
            new Error(
                    "the database gone",
                    503,
                    "database-unavailable",
                    () -> khadija(),
                    to -> to.get("/test/break/database/08006")),
            new Error(
                    "the database starting",
                    503,
                    "database-unavailable",
                    () -> khadija(),
                    to -> to.get("/test/break/database/57P03")),
            new Error("the database busy", 503, "busy", () -> khadija(), to -> to.get("/test/break/database/55P03")));

    @Test
    void areProblemsInArabic() {
        assertAll(ERRORS.stream().map(error -> () -> error.isAProblem("ar")));
    }

    @Test
    void areProblemsInFrench() {
        assertAll(ERRORS.stream().map(error -> () -> error.isAProblem("fr")));
    }

    @Test
    void areProblemsInEnglish() {
        assertAll(ERRORS.stream().map(error -> () -> error.isAProblem("en")));
    }

    @Test
    void tellsHowToSignIn() {
        As.anonymous().get("/v1/regions").then().header("WWW-Authenticate", "Bearer");
    }

    @Test
    void tellsWhichMethodsAreAllowed() {
        khadija().delete(ERR).then().header("Allow", containsString("PUT"));
    }

    @Test
    void tellsWhichFieldIsNotKnown() {
        unknownField()
                .put(ERR)
                .then()
                .body("violations[0].field", equalTo("colour"))
                .body("violations[0].code", equalTo("unknown-field"));
    }

    @Test
    void tellsWhichParametersAreOutOfBounds() {
        khadija()
                .get("/v1/regions?limit=0")
                .then()
                .body("violations[0].field", equalTo("limit"))
                .body("violations[0].code", equalTo("min"));
    }

    @Test
    void tellsWhichRulesAreBroken() {
        coordinates("99")
                .put(ERR)
                .then()
                .body("violations.field", equalTo(List.of("latitude", "longitude")))
                .body("violations.code", equalTo(List.of("max", "max")));
    }

    @Test
    void tellsWhenToAskTheDatabaseAgain() {
        khadija().get("/test/break/database/08006").then().header("Retry-After", not(blankOrNullString()));
    }

    @Test
    void showsNothingOfAFailureInside() {
        for (String path : List.of("unexpectedly", "database/08006", "database/XX000")) {
            khadija().get("/test/break/" + path).then().body(not(containsString(BreakingResource.SECRET)));
        }
    }

    @Test
    void keepsTheCallersRequestIdWhereItIsWellFormed() {
        khadija()
                .header("X-Request-Id", "3f0c2d6e-counter-4")
                .get("/v1/nowhere")
                .then()
                .header("X-Request-Id", "3f0c2d6e-counter-4")
                .body("requestId", equalTo("3f0c2d6e-counter-4"));
        khadija()
                .header("X-Request-Id", "<script>")
                .get("/v1/nowhere")
                .then()
                .header("X-Request-Id", not(equalTo("<script>")));
    }

    @Test
    void takesAnyAcceptLanguage() {
        for (String odd : List.of(";;;q=", "*", "fr;q=much", "-", "xx-", "a".repeat(2_000))) {
            khadija()
                    .header("Accept-Language", odd)
                    .get("/v1/regions/99")
                    .then()
                    .statusCode(404)
                    .header("Content-Language", "ar");
        }
    }

    @Test
    void refusesAnAcceptThatCannotBeRead() {
        khadija().header("Accept", "json").get("/v1/regions").then().statusCode(anyOf(is(400), is(406)));
    }

    @Test
    void refusesAContentTypeThatCannotBeRead() throws Exception {
        HttpResponse<String> answer = put(ERR, "json;;", HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"bad-request\"");
    }

    /** A body whose length is not stated is counted while it is read. */
    @Test
    void refusesAChunkedBodyOverTheLimit() throws Exception {
        for (String path : List.of(ERR, "/test/break/bytes")) {
            String type = path.equals(ERR) ? "application/json" : "application/octet-stream";
            HttpResponse<String> answer = put(path, type, spaces(11_000_000));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Language")).hasValue("fr");
            assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
        }
    }

    @Test
    void takesAChunkedBodyWithinTheLimit() throws Exception {
        HttpResponse<String> answer = put("/test/break/bytes", "application/octet-stream", spaces(10_000_000));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("10000000");
    }

    /** Whoever goes on sending after the answer is cut off, and nothing of it is kept: read to the end or refused at its first byte. */
    @Test
    void cutsOffABodyWithoutEndAndKeepsNothingOfIt() throws IOException {
        for (String to : List.of("/test/break/bytes application/octet-stream", ERR + " application/json")) {
            assertThat(memoryKeptWhileSendingWithoutEnd(to.split(" ")[0], to.split(" ")[1]))
                    .as(to)
                    .isLessThan(200_000_000);
        }
    }

    /** Sends what is no JSON until the connection is cut, and fails where that does not come. */
    private static long memoryKeptWhileSendingWithoutEnd(String path, String contentType) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        long before = memory();
        long kept = 0;
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    PUT %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: Bearer %s\r
                    If-Match: "1"\r
                    Content-Type: %s\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.formatted(path, IdentityProvider.token(Persona.SALMA), contentType)
                    .getBytes(StandardCharsets.US_ASCII));
            for (long sent = 1; System.nanoTime() < deadline; sent++) {
                out.write(chunk);
                if (sent % 5_000 == 0) {
                    kept = Math.max(kept, memory() - before);
                }
            }
        } catch (SocketException cutOff) {
            return kept;
        }
        throw new AssertionError("still taking what is sent to " + path);
    }

    private static long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void answersHeadWithoutABody() {
        khadija().head("/v1/regions").then().statusCode(200).body(equalTo(""));
        khadija().head("/v1/regions/99").then().statusCode(404).body(equalTo(""));
        As.anonymous().head("/v1/regions").then().statusCode(401).body(equalTo(""));
    }

    @Test
    void answersOptions() {
        khadija()
                .options("/v1/regions")
                .then()
                .statusCode(anyOf(is(200), is(204)))
                .header("Allow", containsString("GET"));
        problem(khadija().options("/v1/nowhere").then(), 404, "not-found", "en");
    }

    private static RequestSpecification khadija() {
        return As.user(Persona.KHADIJA);
    }

    private static RequestSpecification salma() {
        return As.user(Persona.SALMA).header("If-Match", "\"1\"");
    }

    private static RequestSpecification expired() {
        return As.withToken(IdentityProvider.expiredToken(Persona.KHADIJA));
    }

    private static RequestSpecification ofAnother() {
        return As.withToken(IdentityProvider.tokenForAnotherProduct(Persona.KHADIJA));
    }

    private static RequestSpecification pdf() {
        return khadija().accept("application/pdf");
    }

    private static RequestSpecification unknownField() {
        return salma().body("{\"colour\": \"blue\"}");
    }

    private static RequestSpecification coordinates(String both) {
        return salma().body("""
                {"nameAr": "مصلحة", "nameFr": "Service", "latitude": %s, "longitude": %s, "contacts": {}}
                """.formatted(both, both));
    }

    private static RequestSpecification xml() {
        return salma().contentType("application/xml").body("<office/>");
    }

    private static RequestSpecification huge() {
        return salma().body(new byte[11_000_000]);
    }

    private static RequestSpecification raw() {
        return khadija().urlEncodingEnabled(false);
    }

    private static HttpRequest.BodyPublisher spaces(int many) {
        return HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(many).getBytes(StandardCharsets.US_ASCII)));
    }

    /** What the test client of the other tests would not send. */
    private static HttpResponse<String> put(String path, String contentType, HttpRequest.BodyPublisher body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + IdentityProvider.token(Persona.SALMA))
                    .header("Accept-Language", "fr")
                    .header("Content-Type", contentType)
                    .PUT(body)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private record Error(
            String name,
            int status,
            String code,
            Supplier<RequestSpecification> request,
            Function<RequestSpecification, Response> call) {

        void isAProblem(String language) {
            Response answer = call.apply(request.get().header("Accept-Language", language));
            try {
                problem(answer.then(), status, code, language);
            } catch (AssertionError wrong) {
                throw new AssertionError(name + " in " + language + ": " + wrong.getMessage(), wrong);
            }
        }
    }
}
