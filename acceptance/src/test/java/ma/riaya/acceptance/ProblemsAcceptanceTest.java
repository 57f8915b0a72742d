package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.riaya.acceptance.registry.KnownPersons;
import ma.riaya.acceptance.story.KeycloakAdmin;
import ma.riaya.acceptance.story.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each service refuses, with real tokens of Keycloak: the status, a problem with a name, and its texts in three languages. */
@ExtendWith(WholeProduct.class)
class ProblemsAcceptanceTest {

    private static final String ARABIC = "(?s).*\\p{IsArabic}.*";
    private static final long GRACE_SECONDS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new HashMap<>();

    /** A request that is to be refused, and how. */
    private record Refused(String what, HttpRequest.Builder request, int status, String code) {}

    @Test
    void aTokenThatIsMissingDamagedExpiredOrOfAnotherRealm(RunningProduct product)
            throws IOException, InterruptedException {
        String whole = token(product, "salma");
        int middle = whole.lastIndexOf('.') + 20;
        char other = whole.charAt(middle) == 'A' ? 'B' : 'A';
        String damaged = whole.substring(0, middle) + other + whole.substring(middle + 1);
        KeycloakAdmin keycloak = KeycloakAdmin.of(product.product()).orElseThrow();
        String foreign = keycloak.bearer();
        String expired = shortLived(product, keycloak);

        for (Service service : Service.values()) {
            String list = list(service);
            check(List.of(
                    new Refused("no token", at(product, service, list), 401, "token-missing"),
                    new Refused("damaged token", as(damaged, product, service, list), 401, "token-invalid"),
                    new Refused("no token at all", as("salma", product, service, list), 401, "token-invalid"),
                    new Refused("dots alone", as("..", product, service, list), 401, "token-invalid"),
                    new Refused("no signature", as(unsigned(whole), product, service, list), 401, "token-invalid"),
                    new Refused("an unknown key", as(otherKey(whole), product, service, list), 401, "token-invalid"),
                    new Refused("another realm's token", as(foreign, product, service, list), 401, "token-invalid"),
                    new Refused("expired token", as(expired, product, service, list), 401, "token-invalid")));
            assertThat(send(as(whole, product, service, list), "ar").statusCode())
                    .isEqualTo(200);
        }
    }

    /** The same claims under {@code alg: none}, with a signature that nobody checks. */
    private static String unsigned(String token) {
        return withHeader(token, "{\"alg\":\"none\"}");
    }

    private static String otherKey(String token) {
        return withHeader(token, "{\"alg\":\"RS256\",\"kid\":\"another\"}");
    }

    private static String withHeader(String token, String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'));
    }

    /** Keycloak gives a token for one second; the services allow clocks to differ by five. */
    private String shortLived(RunningProduct product, KeycloakAdmin keycloak) throws InterruptedException {
        JsonNode client = keycloak.get("/clients?clientId=riaya-cli").path(0);
        String address = "/clients/" + client.path("id").asText();
        ObjectNode brief = client.deepCopy();
        brief.withObject("/attributes").put("access.token.lifespan", "1");
        keycloak.put(address, brief);
        try {
            String token = token(product, "anas");
            TimeUnit.SECONDS.sleep(1 + GRACE_SECONDS + 1);
            return token;
        } finally {
            brief.withObject("/attributes").put("access.token.lifespan", "");
            keycloak.put(address, brief);
        }
    }

    @Test
    void aWrongRoleAndAnotherOffice(RunningProduct product) throws IOException, InterruptedException {
        Counter errachidia = Counter.atErrachidia(product);
        String person = errachidia.nextPerson();
        String file = errachidia
                .open(person, Counter.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
        String khadija = token(product, "khadija");
        check(List.of(
                new Refused(
                        "a family reads the list of people",
                        as(token(product, "mina"), product, Service.BENEFICIARY, "/v1/persons"),
                        403,
                        "role-missing"),
                new Refused(
                        "an officer allots an envelope",
                        keyed(khadija, product, Service.WELFARE, "/v1/envelopes")
                                .POST(json("{}")),
                        403,
                        "role-missing"),
                new Refused(
                        "an officer changes an office",
                        keyed(khadija, product, Service.OFFICE, "/v1/offices/RAB")
                                .PUT(json("{}")),
                        403,
                        "role-missing"),
                new Refused(
                        "Rabat reads a file of Errachidia",
                        as(khadija, product, Service.WELFARE, "/v1/aid-requests/" + file),
                        403,
                        "office-out-of-reach"),
                new Refused(
                        "Rabat lists files of Errachidia",
                        as(khadija, product, Service.WELFARE, "/v1/aid-requests?office=ERR"),
                        403,
                        "office-out-of-reach"),
                new Refused(
                        "Rabat reads a person of Errachidia",
                        as(khadija, product, Service.BENEFICIARY, "/v1/persons/" + person),
                        403,
                        "office-out-of-reach"),
                new Refused(
                        "a family reads another's record",
                        as(token(product, "mina"), product, Service.BENEFICIARY, "/v1/persons/" + person),
                        404,
                        "person-unknown")));
    }

    @Test
    void aFamilyReadsItsOwnRecord(RunningProduct product) throws IOException, InterruptedException {
        String mina = token(product, "mina");
        String claims = new String(Base64.getUrlDecoder().decode(mina.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        String person = JSON.readTree(claims).path("person").asText();
        HttpResponse<String> own = send(as(mina, product, Service.BENEFICIARY, "/v1/persons/" + person), "ar");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(own.body()).path("reference").asText()).isEqualTo(KnownPersons.MINA);
    }

    @Test
    void whatNobodyUnderstands(RunningProduct product) throws IOException, InterruptedException {
        String salma = token(product, "salma");
        for (Service service : Service.values()) {
            check(List.of(
                    new Refused("unknown route", as(salma, product, service, "/v1/nothing"), 404, "not-found"),
                    new Refused("unknown route, no token", at(product, service, "/v1/nothing"), 404, "not-found"),
                    new Refused(
                            "another method",
                            as(salma, product, service, list(service)).DELETE(),
                            405,
                            "method-not-allowed"),
                    new Refused(
                            "an answer that there is not",
                            as(salma, product, service, list(service)).setHeader("Accept", "image/png"),
                            406,
                            "not-acceptable"),
                    new Refused(
                            "a limit that is no number",
                            as(salma, product, service, list(service) + "?limit=many"),
                            400,
                            "parameter-invalid"),
                    new Refused(
                            "a parameter that is misspelt",
                            as(salma, product, service, list(service) + "?limt=5"),
                            400,
                            "parameter-invalid")));
        }
    }

    @Test
    void aBodyThatCannotBeTaken(RunningProduct product) throws IOException, InterruptedException {
        Map<Service, String> writes = Map.of(
                Service.BENEFICIARY, "/v1/persons",
                Service.OFFICE, "/v1/offices/RAB/heads",
                Service.WELFARE, "/v1/envelopes");
        Map<Service, String> users =
                Map.of(Service.BENEFICIARY, "latifa", Service.OFFICE, "salma", Service.WELFARE, "salma");
        for (Service service : Service.values()) {
            String token = token(product, users.getOrDefault(service, ""));
            String address = writes.getOrDefault(service, "");
            List<Refused> all = new ArrayList<>();
            all.add(new Refused(
                    "malformed",
                    keyed(token, product, service, address).POST(json("{\"year\":")),
                    400,
                    "body-malformed"));
            all.add(new Refused(
                    "two bodies in one",
                    keyed(token, product, service, address).POST(json("{} {}")),
                    400,
                    "body-malformed"));
            all.add(new Refused(
                    "a field twice",
                    keyed(token, product, service, address).POST(json("{\"office\":\"ERR\",\"office\":\"FES\"}")),
                    400,
                    "body-malformed"));
            all.add(new Refused(
                    "an unknown field",
                    keyed(token, product, service, address).POST(json("{\"colour\":\"blue\"}")),
                    400,
                    "body-unknown-field"));
            all.add(new Refused(
                    "nothing in it", keyed(token, product, service, address).POST(json("{}")), 422, "body-invalid"));
            all.add(new Refused(
                    "another form",
                    keyed(token, product, service, address)
                            .setHeader("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString("hello")),
                    415,
                    "media-type-unsupported"));
            check(all);
        }
    }

    private static String list(Service service) {
        return switch (service) {
            case BENEFICIARY -> "/v1/persons";
            case OFFICE -> "/v1/provinces";
            case WELFARE -> "/v1/envelopes";
        };
    }

    private void check(List<Refused> all) throws IOException, InterruptedException {
        for (Refused refused : all) {
            String arabic = text(refused, "ar");
            String french = text(refused, "fr");
            String english = text(refused, "en");
            assertThat(arabic).as(refused.what()).matches(ARABIC).isEqualTo(text(refused, "de;q=0.5"));
            assertThat(french).as(refused.what()).doesNotMatch(ARABIC).isNotEqualTo(english);
        }
    }

    /** The title and the detail in this language, of a problem that is as it must be. */
    private String text(Refused refused, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(refused.request(), language);
        String described = refused.what() + ": " + answer.request().uri() + " " + answer.body();
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(described).isEqualTo(refused.status());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(described)
                .startsWith("application/problem+json");
        assertThat(problem.path("code").asText()).as(described).isEqualTo(refused.code());
        assertThat(problem.path("status").asInt()).as(described).isEqualTo(refused.status());
        assertThat(problem.path("requestId").asText()).as(described).isNotEmpty();
        assertThat(problem.path("title").asText()).as(described).isNotEmpty();
        assertThat(problem.path("detail").asText()).as(described).isNotEmpty();
        return problem.path("title").asText() + " " + problem.path("detail").asText();
    }

    private String token(RunningProduct product, String user) {
        return tokens.computeIfAbsent(
                user, name -> product.stack().login().as(name).accessToken());
    }

    private static HttpRequest.Builder at(RunningProduct product, Service service, String address) {
        return HttpRequest.newBuilder(URI.create(product.product().address(service) + address));
    }

    private static HttpRequest.Builder as(String token, RunningProduct product, Service service, String address) {
        return at(product, service, address).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder keyed(String token, RunningProduct product, Service service, String address) {
        return as(token, product, service, address)
                .header("Idempotency-Key", Counter.key())
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String language)
            throws IOException, InterruptedException {
        return http.send(
                request.copy().header("Accept-Language", language).build(), HttpResponse.BodyHandlers.ofString());
    }
}
