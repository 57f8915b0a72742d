package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as Keycloak does; the real one is signed in to by the acceptance tests. */
class LoginTest {

    private static final String REALM = "/realms/riaya";
    private static final String PROTOCOL = REALM + "/protocol/openid-connect";

    private final Map<String, String> asked = new HashMap<>();
    private HttpServer keycloak = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        keycloak.createContext(PROTOCOL + "/auth", exchange -> {
            asked.putAll(parameters(exchange.getRequestURI().getRawQuery()));
            exchange.getResponseHeaders().add("Set-Cookie", "AUTH_SESSION_ID=one;Path=/;Secure;HttpOnly;SameSite=None");
            answer(
                    exchange,
                    200,
                    "<form action=\"" + realm() + "/login-actions/authenticate?a=1&amp;b=2\" method=post>");
        });
        keycloak.createContext(REALM + "/login-actions/authenticate", exchange -> {
            Map<String, String> form = parameters(body(exchange));
            boolean right = "khadija".equals(form.get("username"))
                    && Login.DEMONSTRATION_PASSWORD.equals(form.get("password"))
                    && "a=1&b=2".equals(exchange.getRequestURI().getRawQuery())
                    && "AUTH_SESSION_ID=one".equals(exchange.getRequestHeaders().getFirst("Cookie"));
            if (right) {
                exchange.getResponseHeaders()
                        .add("Location", asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=c0de");
            }
            answer(exchange, right ? 302 : 200, "");
        });
        keycloak.createContext(PROTOCOL + "/token", exchange -> {
            Map<String, String> form = parameters(body(exchange));
            boolean right = "c0de".equals(form.get("code"))
                    && challenge(Objects.requireNonNull(form.get("code_verifier")))
                            .equals(asked.get("code_challenge"));
            answer(
                    exchange,
                    right ? 200 : 400,
                    right
                            ? "{\"access_token\":\"A\",\"refresh_token\":\"R\",\"expires_in\":900}"
                            : "{\"error\":\"invalid_grant\",\"error_description\":\"PKCE failed\"}");
        });
        keycloak.start();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void theFormIsSentTheCodeTakenAndProven() {
        Login.Tokens tokens = new Login(realm()).as("khadija");

        assertThat(tokens).isEqualTo(new Login.Tokens("A", "R", Duration.ofMinutes(15)));
        assertThat(asked).containsEntry("client_id", "riaya-cli").containsEntry("code_challenge_method", "S256");
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThatThrownBy(() -> new Login(realm()).as("khadija", "guess"))
                .isInstanceOf(StackFault.class)
                .hasMessageContaining("does not know khadija with this password");
    }

    @Test
    void aStackThatIsDownIsSaid() {
        keycloak.stop(0);

        assertThatThrownBy(() -> new Login(realm()).as("khadija"))
                .isInstanceOf(StackFault.class)
                .hasMessageContaining("./riaya status");
    }

    @Test
    void tokensDoNotShowThemselves() {
        assertThat(new Login.Tokens("A-secret", "R-secret", Duration.ofMinutes(15)).toString())
                .doesNotContain("secret");
    }

    private URI realm() {
        return URI.create("http://" + Ports.HOST + ":" + keycloak.getAddress().getPort() + REALM);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
