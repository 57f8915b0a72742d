package ma.riaya.welfare.beneficiary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.AidRequestsForTests;

/** Openings at once, sent by a light hand: the tests' usual client does more work for an answer than the service does. */
final class Crowd implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<CompletableFuture<String>> asking;

    Crowd(int size) {
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/aid-requests");
        String token = IdentityProvider.token(Persona.FATIMA);
        asking = IntStream.range(0, size)
                .mapToObj(one -> HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(AidRequestsForTests.opening(UUID.randomUUID())))
                        .build())
                .map(opening -> client.sendAsync(opening, HttpResponse.BodyHandlers.ofString())
                        .thenApply(Crowd::told))
                .toList();
    }

    boolean someWait() {
        return asking.stream().anyMatch(one -> !one.isDone());
    }

    /** What each was told: the status, and of a refusal its code and after how many seconds to come back. */
    List<String> told() {
        return asking.stream().map(CompletableFuture::join).toList();
    }

    private static String told(HttpResponse<String> answer) {
        try {
            return answer.statusCode() == 201
                    ? "201"
                    : answer.statusCode() + " "
                            + JSON.readTree(answer.body()).path("code").asText() + " "
                            + answer.headers().firstValue("Retry-After").orElse("never");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
