package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers 413 with a problem: the server's own limit closes the request before any mapper is asked. */
@ApplicationScoped
public class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN_LIMIT = 9_000;
    private static final int TOO_LARGE = 413;

    private final Problems problems;
    private final ObjectMapper json;
    private final long limit;

    BodyLimit(
            Problems problems,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.problems = problems;
        this.json = json;
        this.limit = limit.asLongValue();
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN_LIMIT);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length == null || length.length() < 19 && Long.parseLong(length) <= limit) {
            request.next();
            return;
        }
        Problem problem =
                problems.problem(request, "body-too-large", TOO_LARGE, Map.of("limitBytes", limit), List.of());
        try {
            request.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader("Content-Type", Problems.MEDIA_TYPE)
                    .putHeader("Content-Language", Problems.language(request).toLanguageTag())
                    .putHeader("Connection", "close")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            request.fail(impossible);
        }
    }
}
