package ma.riaya.kit.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;

/** Answers with a problem where the router fails before a resource is reached: an address with {@code %zz} or without a slash, a Host that is none. */
@ApplicationScoped
public class UnroutedRequests {

    private static final Logger LOG = Logger.getLogger(UnroutedRequests.class);

    private static final int BEFORE_THE_FRAMEWORKS_OWN = -20_000;
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;

    private final DirectAnswers answers;

    UnroutedRequests(DirectAnswers answers) {
        this.answers = answers;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORKS_OWN).failureHandler(this::answer);
        // An address that no route can be compared with reaches no failure handler.
        router.errorHandler(BAD_REQUEST, this::answer);
        router.errorHandler(INTERNAL_ERROR, this::answer);
    }

    private void answer(RoutingContext request) {
        if (request.response().headWritten()) {
            request.request().connection().close();
            return;
        }
        int status = request.statusCode() < BAD_REQUEST ? INTERNAL_ERROR : request.statusCode();
        if (status >= INTERNAL_ERROR) {
            LOG.errorf(request.failure(), "unexpected failure, request %s", RequestId.of(request));
        }
        answers.answer(request, FrameworkCodes.of(status), status, Map.of());
    }
}
