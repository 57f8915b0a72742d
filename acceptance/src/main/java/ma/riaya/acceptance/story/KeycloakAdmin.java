package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import java.util.stream.Collectors;

/** Keycloak's own administration of the realm, with the secret that the local stack made for it. */
public final class KeycloakAdmin {

    private static final String ADMINISTRATOR = "keycloak-admin";
    private static final String REALM = "/admin/realms/riaya";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Product product;
    private final Path secret;

    private KeycloakAdmin(Product product, Path secret) {
        this.product = product;
        this.secret = secret;
    }

    /** Empty where the product does not run as the local stack: elsewhere the secret is not ours to have. */
    public static Optional<KeycloakAdmin> of(Product product) {
        return Optional.of(product.keycloakSecret())
                .filter(Files::exists)
                .map(file -> new KeycloakAdmin(product, file));
    }

    /** Reads a resource below the realm, such as {@code /users?username=mina}. */
    public JsonNode get(String resource) {
        return send(asked(resource).GET().build());
    }

    /** Replaces a resource below the realm. */
    public void put(String resource, JsonNode content) {
        send(asked(resource)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(content.toString()))
                .build());
    }

    /** A token of the administrator, issued by another realm than the product's. */
    public String bearer() {
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

    private HttpRequest.Builder asked(String resource) {
        return request(REALM + resource).header("Authorization", "Bearer " + bearer());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(product.keycloak() + path)).timeout(PATIENCE);
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
