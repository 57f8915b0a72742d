package ma.riaya.beneficiary.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** welfare-service as this service's tests see it: it takes what it is told, but for what a test says. */
public class WelfareForTests implements QuarkusTestResourceLifecycleManager {

    static final String PATH = "/v1/registry-events";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static @Nullable WireMockServer running;

    @Override
    public Map<String, String> start() {
        // The tests themselves say when the relay runs.
        return Map.of("riaya.welfare.url", server().baseUrl(), "riaya.outbox.every", "24h");
    }

    @Override
    public void stop() {}

    static synchronized WireMockServer server() {
        WireMockServer server = running;
        if (server == null) {
            server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
            server.start();
            running = server;
        }
        return server;
    }

    static void takes() {
        server().resetAll();
        server().stubFor(post(PATH).willReturn(okJson("{\"fresh\":1}")));
    }

    static void isDown() {
        server().resetAll();
        server().stubFor(post(PATH).willReturn(aResponse().withStatus(503)));
    }

    /** It has taken them, and the answer is lost. */
    static void takesAndHangsUp() {
        server().resetAll();
        server().stubFor(post(PATH).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** It takes nothing that tells of this person, and all else. */
    static void refuses(String person) {
        takes();
        server().stubFor(post(PATH)
                .withRequestBody(containing(person))
                .willReturn(aResponse().withStatus(422)));
    }

    static List<LoggedRequest> requests() {
        return server().findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    /** What it was told of a person, in the order in which it came. */
    static List<JsonNode> told(String person) {
        List<JsonNode> told = new ArrayList<>();
        requests()
                .forEach(request -> read(request).path("events").forEach(event -> {
                    if (event.path("personId").asText().equals(person)) {
                        told.add(event);
                    }
                }));
        return told;
    }

    static JsonNode read(LoggedRequest request) {
        try {
            return JSON.readTree(request.getBodyAsString());
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
