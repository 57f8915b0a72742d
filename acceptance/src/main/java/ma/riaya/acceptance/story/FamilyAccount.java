package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import ma.riaya.acceptance.registry.KnownPersons;

/** Names in the account of {@code mina} which record of the registry is hers, as an administrator of accounts does. */
public final class FamilyAccount {

    private static final String USER = "mina";
    private static final String FINDS = "latifa";
    private static final String ADMINISTRATOR = "keycloak-admin";
    private static final String REALM = "/admin/realms/riaya";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public FamilyAccount(Api api) {
        this.api = api;
    }

    /** Sets the attribute where it is not set yet; without the local stack's own Keycloak it leaves all as it is. */
    public void tie(Narrator narrator) {
        Path secret = api.product().keycloakSecret();
        if (!Files.exists(secret)) {
            narrator.say("the accounts are not kept here: " + USER + " stays without a record of her own");
            return;
        }
        String person = person();
        String bearer = bearer(secret);
        JsonNode found = send(asked(REALM + "/users?exact=true&username=" + USER, bearer)
                        .GET()
                        .build())
                .path(0);
        if (found.path("attributes").path("person").path(0).asText().equals(person)) {
            narrator.say(USER + " is tied to her own record already");
            return;
        }
        ObjectNode account = found.deepCopy();
        account.withObject("/attributes").putArray("person").add(person);
        send(asked(REALM + "/users/" + found.path("id").asText(), bearer)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(account.toString()))
                .build());
        narrator.say(USER + " is tied to her own record, " + KnownPersons.MINA);
    }

    private String person() {
        JsonNode found = api.as(FINDS)
                .at(Service.BENEFICIARY, "/v1/persons/search")
                .post(Map.of("cin", KnownPersons.MINA_CIN))
                .expect(200)
                .json()
                .path("items")
                .path(0);
        if (!found.path("reference").asText().equals(KnownPersons.MINA)) {
            throw new StoryFailed(
                    "the registry does not hold " + KnownPersons.MINA + ", whose account " + USER + " is");
        }
        return found.path("id").asText();
    }

    private String bearer(Path secret) {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMINISTRATOR,
                "password",
                read(secret));
        return send(request("/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build())
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder asked(String path, String bearer) {
        return request(path).header("Authorization", "Bearer " + bearer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api.product().keycloak() + path))
                .timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new StoryFailed("Keycloak answered " + response.statusCode() + " to " + request.method() + " "
                        + request.uri().getPath());
            }
            return Api.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StoryFailed("Keycloak does not answer at " + request.uri().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted while asking Keycloak", e);
        }
    }

    private static String read(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
