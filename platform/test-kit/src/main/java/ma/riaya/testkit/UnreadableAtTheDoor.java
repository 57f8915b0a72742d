package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every service refuses because its server or its router cannot read it; {@link RefusedAtTheDoor} goes on from there. */
abstract class UnreadableAtTheDoor {

    final Persona reader;
    final String list;
    final Persona writer;
    final String write;

    UnreadableAtTheDoor(Persona reader, String list, Persona writer, String write) {
        this.reader = reader;
        this.list = list;
        this.writer = writer;
        this.write = write;
    }

    /** What the server itself cannot read, and what its router cannot, is a problem too. */
    @Test
    void aRequestThatIsNoHttp() throws IOException {
        String tooLong = "a".repeat(20_000);
        refused("a long address", get(list + "?x=" + tooLong), 414, "address-too-long");
        refused("long headers", get(list, "X-Long: " + tooLong), 431, "headers-too-large");
        for (String address : List.of(
                "/v1/%zz",
                "/v1/%",
                "/v1/a b",
                "/v1/\u0001",
                "/v1/\tx",
                list + "?limit=%zz",
                "/v1/[x]^`<>",
                "?limit=1",
                "http://[/v1")) {
            refused(address, get(address), 400, "bad-request");
        }
        for (String address :
                List.of("/v1/../../etc/passwd", "/v1/%2e%2e/%2e%2e/etc", "v1", "*", "http://h", "/v1/%00x")) {
            refused(address, get(address), 404, "not-found");
        }
        for (String header : List.of(
                "No colon",
                "In Name: x",
                "Before : x",
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1, 1",
                "Host: second",
                "X-A: \u0000")) {
            refused(header, get(list, header), 400, "bad-request");
        }
        for (String host : List.of("", "Host: a b\r\n", "Host: <x>\r\n", "Host: h:x\r\n", "Host: a@b\r\n")) {
            refused(host, "GET " + list + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", 400, "bad-request");
        }
        refused("HTTP/1.0 without a host", "GET " + list + " HTTP/1.0\r\n\r\n", 400, "bad-request");
        refused("HTTP/0.9", "GET " + list + "\r\n\r\n", 400, "bad-request");
        refused("another protocol", "\u0016\u0003\u0001hello\r\n\r\n", 400, "bad-request");
        refused("a method that is none", get(list).replaceFirst("GET", "G@T"), 400, "bad-request");
        refused("CONNECT", "CONNECT h:80 HTTP/1.1\r\nHost: h:80\r\nConnection: close\r\n\r\n", 404, "not-found");
    }

    private static void refused(String what, String request, int status, String code) throws IOException {
        RawAnswer.to(request).isProblem(what, status, code);
    }

    private static String get(String address, String... headers) {
        return "GET " + address + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    @Test
    void aMethodThatTheAddressDoesNotTake() {
        for (String method : List.of("TRACE", "PROPFIND", "FOO")) {
            Response answer = As.user(reader).request(method, list);
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).as(method).contains("GET", "HEAD", "OPTIONS");
            assertThat(answer.jsonPath().getString("code")).isEqualTo("method-not-allowed");
        }
        Response options = As.anonymous().options(list);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.header("Allow")).contains("GET");
        Response head = As.user(reader).head(list);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asString()).isEmpty();
        assertThat(head.header("X-Request-Id")).isNotBlank();
        assertThat(head.header("Server")).isNull();
        Response refused = As.anonymous().header("Authorization", "Bearer ..").head(list);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.asString()).isEmpty();
    }

    /** The next request on the same connection is answered after a body that nobody read. */
    @Test
    void aBodyBehindCredentialsThatAreNone() throws IOException {
        RawAnswer both = RawAnswer.to("""
                POST %s HTTP/1.1\r
                Host: h\r
                Authorization: Bearer ..\r
                Content-Type: application/json\r
                Content-Length: 2\r
                \r
                {}GET /v1/nowhere HTTP/1.1\r
                Host: h\r
                Connection: close\r
                \r
                """.formatted(write));
        assertThat(both.status()).isEqualTo(401);
        assertThat(both.body()).contains("HTTP/1.1 404");
    }

    /** Nobody can be answered, and nobody has to act: it is no error of the service. */
    @Test
    void aBodyThatBreaksOff() throws IOException, InterruptedException {
        try (KeptLog log = new KeptLog("ma.riaya.kit.problem.ExceptionMappers")) {
            assertThat(brokenOffWhileItIsRead()).isEmpty();
            assertThat(log.next().getLevel().intValue()).isLessThan(Level.INFO.intValue());
        }
    }

    /** Goes on with what is no chunk once the service has begun to read, as its 100 tells; what it answers to that. */
    private String brokenOffWhileItIsRead() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream()
                    .write("""
                    POST %s HTTP/1.1\r
                    Host: h\r
                    Authorization: Bearer %s\r
                    Idempotency-Key: broken\r
                    Content-Type: application/json\r
                    Transfer-Encoding: chunked\r
                    Expect: 100-continue\r
                    \r
                    """.formatted(write, IdentityProvider.token(writer)).getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();
            socket.getOutputStream().write("no length\r\n".getBytes(StandardCharsets.US_ASCII));
            return answer.lines().collect(Collectors.joining());
        }
    }
}
