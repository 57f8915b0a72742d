package ma.riaya.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Keeps an answer with its effect in one transaction, and gives it again. */
@Singleton
class KeptAnswers {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final TypeReference<LinkedHashMap<String, String>> HEADERS = new TypeReference<>() {};

    private final Answers answers;
    private final Turns turns;
    private final ObjectMapper json;

    KeptAnswers(Answers answers, Turns turns, ObjectMapper json) {
        this.answers = answers;
        this.turns = turns;
        this.json = json;
    }

    /** Claim, effect and answer in one transaction. */
    RestResponse<?> once(Answers.Claim claim, Callable<Object> effect) {
        return turns.take(
                claim,
                () -> QuarkusTransaction.joiningExisting().call(() -> {
                    Optional<Answers.Kept> before = answers.claim(claim);
                    if (before.isPresent()) {
                        return again(before.get());
                    }
                    RestResponse<?> answer = (RestResponse<?>) effect.call();
                    answers.keep(claim, answer.getStatus(), headers(answer), body(answer));
                    return answer;
                }));
    }

    /** The answer that was given to this request before, without waiting for one that is under way. */
    Optional<RestResponse<?>> before(Answers.Claim claim) {
        return answers.find(claim).map(this::again);
    }

    private String headers(RestResponse<?> answer) throws JsonProcessingException {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            String value = answer.getHeaderString(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return json.writeValueAsString(kept);
    }

    private @Nullable String body(RestResponse<?> answer) throws JsonProcessingException {
        return answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity());
    }

    private RestResponse<?> again(Answers.Kept kept) {
        try {
            RestResponse.ResponseBuilder<Object> answer =
                    RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(kept.status()));
            json.readValue(kept.headers(), HEADERS).forEach(answer::header);
            answer.header(REPLAYED, "true");
            if (kept.body() != null) {
                answer.type(MediaType.APPLICATION_JSON_TYPE).entity(json.readTree(kept.body()));
            }
            return answer.build();
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
