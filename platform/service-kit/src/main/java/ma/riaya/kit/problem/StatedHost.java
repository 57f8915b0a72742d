package ma.riaya.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Answers 400 where a request names no host or several (RFC 9112): without one, an address that an answer holds cannot be written. */
@ApplicationScoped
public class StatedHost {

    private static final int AFTER_THE_REQUEST_ID = 9_900;
    private static final int BAD_REQUEST = 400;

    private final DirectAnswers answers;

    StatedHost(DirectAnswers answers) {
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_REQUEST_ID);
    }

    private void check(RoutingContext request) {
        boolean inOneHeader = request.request().version() == HttpVersion.HTTP_2
                || request.request().headers().getAll("Host").size() == 1;
        if (inOneHeader) {
            request.next();
        } else {
            answers.answer(request, FrameworkCodes.of(BAD_REQUEST), BAD_REQUEST, Map.of());
        }
    }
}
