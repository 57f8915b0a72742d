package ma.riaya.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers 413 with a problem: the server's own limit closes the request before any mapper is asked.
 *
 * <p>A body that states no length is counted while it is read, by {@link LimitedBody}; the server's own limit, which would end it without a word, is put further out.
 *
 * <p>What is still being sent after the answer, whatever the answer was, is thrown away and not kept, and whoever goes on sending is cut off some seconds later: at once would tear the answer from slow readers.
 */
@ApplicationScoped
public class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN_LIMIT = 9_000;
    private static final int AFTER_THE_SERVERS_OWN_LIMIT = 1;
    private static final int TOO_LARGE = 413;
    private static final long MILLISECONDS_TO_READ_THE_ANSWER = 5_000;
    private static final String KEY = "riaya.body-limit";

    private final DirectAnswers answers;
    private final long limit;

    BodyLimit(DirectAnswers answers, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.answers = answers;
        this.limit = limit.asLongValue();
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN_LIMIT);
        filters.register(
                request -> {
                    request.put(KEY, limit);
                    request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * limit);
                    request.addEndHandler(answered -> throwAwayTheRest(request));
                    request.next();
                },
                AFTER_THE_SERVERS_OWN_LIMIT);
    }

    /** The most bytes that the body of this request may have. */
    static long of(RoutingContext request) {
        Long limit = request.get(KEY);
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** Without this, the server reads on after the answer and keeps all that comes for a reader who has left. */
    private static void throwAwayTheRest(RoutingContext request) {
        HttpServerRequest body = request.request();
        if (body.isEnded()) {
            return;
        }
        try {
            body.handler(rest -> {});
        } catch (IllegalStateException endedMeanwhile) {
            return;
        }
        request.vertx().setTimer(MILLISECONDS_TO_READ_THE_ANSWER, timer -> {
            if (!body.isEnded()) {
                body.connection().close();
            }
        });
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length == null || length.length() < 19 && Long.parseLong(length) <= limit) {
            request.next();
            return;
        }
        request.response().putHeader("Connection", "close");
        answers.answer(request, "body-too-large", TOO_LARGE, Map.of("limitBytes", limit));
    }
}
