package ma.riaya.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that answers what it is told to. */
class ApiTest {

    private final List<String> heard = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private HttpServer server;
    private Api api;

    private record Reply(int status, String type, String body, Map<String, String> headers) {

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Map.of());
        }

        static Reply problem(int status, String body) {
            return new Reply(status, "application/problem+json;charset=UTF-8", body, Map.of());
        }
    }

    ApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api = new Api(
                new Product(server.getAddress().getPort() - Service.WELFARE.port(), Path.of("")), user -> "t-" + user);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        for (String header : List.of(
                "Authorization", "Idempotency-Key", "If-Match", "Riaya-Purpose", "Accept-Language", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                said.put(header, value);
            }
        }
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + said + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Reply reply = replies.removeFirst();
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aPostCarriesTheUserTheKeyAndTheBodyInOneOrder() {
        replies.add(Reply.json(201, "{\"id\":\"7\"}"));
        Answer answer = api.as("nadia")
                .at(Service.WELFARE, "/v1/campaigns/{}/waves", "a b/c")
                .key("run:wave-1")
                .purpose("PAYMENT")
                .post(Map.of("year", 2025, "asOf", "2025-07-01", "nameAr", "الأولى"))
                .expect(201);
        assertThat(answer.json().path("id").asText()).isEqualTo("7");
        assertThat(answer.isReplayed()).isFalse();
        assertThat(heard)
                .containsExactly(
                        "POST /v1/campaigns/a%20b%2Fc/waves {Authorization=Bearer t-nadia, "
                                + "Idempotency-Key=run:wave-1, Riaya-Purpose=PAYMENT, Accept-Language=en, "
                                + "Content-Type=application/json} {\"asOf\":\"2025-07-01\",\"nameAr\":\"الأولى\",\"year\":2025}");
    }

    @Test
    void aChangeNamesTheVersionThatItSaw() {
        replies.add(new Reply(200, "application/json", "{}", Map.of("ETag", "\"3\"")));
        replies.add(Reply.json(200, "{}"));
        String seen =
                api.as("salma").at(Service.WELFARE, "/v1/envelopes/{}", 1).get().etag();
        api.as("salma")
                .at(Service.WELFARE, "/v1/envelopes/{}", 1)
                .ifMatch(seen)
                .put(Map.of())
                .expect(200);
        assertThat(heard.get(1)).startsWith("PUT /v1/envelopes/1").contains("If-Match=\"3\"");
    }

    @Test
    void aListIsReadToItsEnd() {
        replies.add(Reply.json(200, "{\"items\":[{\"n\":1},{\"n\":2}],\"next\":\"c=/1\"}"));
        replies.add(Reply.json(200, "{\"items\":[{\"n\":3}],\"next\":null}"));
        assertThat(api.as("driss")
                        .at(Service.WELFARE, "/v1/x")
                        .query("state", "PAID")
                        .all())
                .extracting(item -> item.path("n").asInt())
                .containsExactly(1, 2, 3);
        assertThat(heard.get(0)).startsWith("GET /v1/x?state=PAID&limit=200 ");
        assertThat(heard.get(1)).startsWith("GET /v1/x?state=PAID&limit=200&cursor=c%3D%2F1 ");
    }

    @Test
    void anUnexpectedProblemIsTold() {
        replies.add(Reply.problem(422, """
                        {"code":"body-invalid","title":"Demande refusée","detail":"Corrigez","requestId":"r-9",
                         "violations":[{"field":"amount","code":"money","message":"trop de décimales"}]}"""));
        assertThatThrownBy(() -> api.as("aicha")
                        .at(Service.WELFARE, "/v1/aid-requests")
                        .post(Map.of())
                        .expect(201))
                .isInstanceOfSatisfying(ApiFailure.class, failure -> {
                    assertThat(failure.status()).isEqualTo(422);
                    assertThat(failure.code()).isEqualTo("body-invalid");
                })
                .hasMessage("POST /v1/aid-requests as aicha should have answered [201], but came back with"
                        + " 422 body-invalid (Demande refusée Corrigez) [amount: trop de décimales] request r-9");
    }

    @Test
    void aRefusalMustBeAProblemWithAName() {
        replies.add(Reply.problem(403, "{\"code\":\"own-proposal\"}"));
        replies.add(Reply.json(403, "{\"code\":\"own-proposal\"}"));
        replies.add(Reply.problem(403, "{}"));
        Call call = api.as("aicha").at(Service.WELFARE, "/v1/x");
        assertThat(call.get().expectRefusal(403).code()).isEqualTo("own-proposal");
        assertThatThrownBy(() -> call.get().expectRefusal(403)).hasMessageContaining("without a named problem");
        assertThatThrownBy(() -> call.get().expectRefusal(403)).hasMessageContaining("without a named problem");
    }

    @Test
    void anAnswerFromMemoryIsKnown() {
        replies.add(new Reply(201, "application/json", "{}", Map.of("Idempotency-Replayed", "true")));
        assertThat(api.as("nadia").at(Service.WELFARE, "/v1/x").post().isReplayed())
                .isTrue();
    }

    @Test
    void aDeadServiceIsNamed() {
        stop();
        assertThatThrownBy(() -> api.as("nadia").at(Service.WELFARE, "/v1/x").get())
                .isInstanceOf(StoryFailed.class)
                .hasMessageContaining("welfare-service does not answer");
    }
}
