package ma.riaya.welfare;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registry of people as this service's tests see it: everybody asked for exists and has an account, but for those named here. */
public class RegistryForTests implements QuarkusTestResourceLifecycleManager {

    public static final UUID UNKNOWN = UUID.fromString("00000000-0000-7000-8000-000000000404");
    public static final UUID OUT_OF_REACH = UUID.fromString("00000000-0000-7000-8000-000000000403");
    public static final UUID DECEASED = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final int FIRST = 1;
    private static final int BEFORE_ALL = 0;
    private static final String PERSON = """
            {"id":"%s","reference":"CMR-000123","familyNameAr":"بنعلي","givenNameAr":"فاطمة الزهراء",
             "familyNameLatin":"Benali","givenNameLatin":"Fatima Zahra","sex":"F","office":"ERR","deathDate":%s,"actions":[]}
            """;
    private static final String SOMEBODY = PERSON.formatted("{{request.path.[2]}}", "null");

    private static @Nullable WireMockServer running;

    @Override
    public Map<String, String> start() {
        return Map.of("riaya.beneficiary.url", server().baseUrl());
    }

    /** One registry serves all tests of a JVM and ends with it. */
    @Override
    public void stop() {}

    /** Where further questions are answered, and what was asked can be looked up. */
    public static synchronized WireMockServer server() {
        WireMockServer server = running;
        if (server == null) {
            server = new WireMockServer(WireMockConfiguration.options()
                    .port(freePort())
                    .globalTemplating(true)
                    .containerThreads(200));
            server.start();
            answerWell(server);
            wakeUp(server);
            running = server;
        }
        return server;
    }

    /** Nobody listens at its address until {@link #recover}. */
    public static void goDown() {
        server().stop();
    }

    /** It takes each question and answers after that time. */
    public static void answerAfter(Duration delay) {
        server().stubFor(any(anyUrl())
                .atPriority(BEFORE_ALL)
                .willReturn(okJson(SOMEBODY).withFixedDelay((int) delay.toMillis())));
    }

    /** It answers each question within that time, sooner or later: there is always one that has its answer. */
    public static void answerWithin(Duration most) {
        server().stubFor(any(anyUrl())
                .atPriority(BEFORE_ALL)
                .willReturn(okJson(SOMEBODY).withUniformRandomDelay(0, (int) most.toMillis())));
    }

    /** It answers each question with that status. */
    public static void answerWith(int status) {
        server().stubFor(any(anyUrl())
                .atPriority(BEFORE_ALL)
                .willReturn(aResponse().withStatus(status)));
    }

    /** It drops the connection. */
    public static void hangUp() {
        server().stubFor(any(anyUrl())
                .atPriority(BEFORE_ALL)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    public static void recover() {
        WireMockServer server = server();
        if (!server.isRunning()) {
            server.start();
        }
        server.resetAll();
        answerWell(server);
    }

    private static void answerWell(WireMockServer server) {
        server.stubFor(get(urlPathMatching("/v1/persons/[0-9a-f-]{36}")).willReturn(okJson(SOMEBODY)));
        server.stubFor(get(urlPathMatching("/v1/persons/[0-9a-f-]{36}/account"))
                .withHeader("Riaya-Purpose", equalTo("PAYMENT"))
                .willReturn(okJson("""
                        {"iban":"MA64011519000001205000534921","holder":"FATIMA ZAHRA BENALI"}
                        """)));
        server.stubFor(get(urlPathMatching("/v1/persons/.*"))
                .withHeader("Authorization", absent())
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(401)));
        server.stubFor(get(urlPathMatching("/v1/persons/" + UNKNOWN + ".*"))
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(404)));
        server.stubFor(get(urlPathMatching("/v1/persons/" + OUT_OF_REACH + ".*"))
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(403)));
        server.stubFor(get(urlPathEqualTo("/v1/persons/" + DECEASED))
                .atPriority(FIRST)
                .willReturn(okJson(PERSON.formatted(DECEASED, "\"2024-03-02\""))));
    }

    /** The first answer of a server takes longest, and no test is about that. */
    private static void wakeUp(WireMockServer server) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/persons/" + UUID.randomUUID()))
                .header("Authorization", "Bearer anybody")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(question, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** It comes back at the same address, which a port given by the system would not. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
