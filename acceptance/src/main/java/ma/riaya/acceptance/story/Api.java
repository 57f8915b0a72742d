package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Calls the product's API as one of its users; it knows HTTP and the conventions, and no domain word. */
public final class Api {

    /** Bodies are written in one order of fields always, so that a repeated request is the same to the byte. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final Product product;
    private final TokenSource tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();

    public Api(Product product, TokenSource tokens) {
        this.product = product;
        this.tokens = tokens;
    }

    public Product product() {
        return product;
    }

    /** Begins a call as this user. */
    public Call as(String user) {
        return new Call(this, user);
    }

    String tokenOf(String user) {
        return tokens.tokenOf(user);
    }

    /** The identifier by which the services know this user. */
    String subjectOf(String user) {
        return Claims.of(tokenOf(user)).path("sub").asText();
    }

    Answer send(HttpRequest request, String described, String service) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(described, response);
        } catch (IOException e) {
            throw new StoryFailed(
                    described + ": " + service + " does not answer at "
                            + request.uri().getAuthority() + "; is the stack up? ./riaya status tells",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed(described + ": interrupted", e);
        }
    }

    /** Waits until the service says that it is ready. */
    public void awaitReady(Service service, Duration most) {
        Patience.await(
                service.title() + " to be ready",
                most,
                Duration.ofSeconds(1),
                () -> isReady(service) ? Optional.of(service) : Optional.empty());
    }

    private boolean isReady(Service service) {
        try {
            HttpRequest request = HttpRequest.newBuilder(product.readiness(service))
                    .timeout(TO_CONNECT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted while waiting for " + service.title(), e);
        }
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
