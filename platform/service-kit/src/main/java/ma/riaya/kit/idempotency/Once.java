package ma.riaya.kit.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.RestResponse;

/** The second half of a method that {@link Idempotent.Begins#AFTER_ASKING asks first}: its transaction, with the effect and the answer. */
@Singleton
public class Once {

    private static final String CLAIM = "riaya.idempotency-claim";

    private final KeptAnswers kept;
    private final CurrentVertxRequest request;

    Once(KeptAnswers kept, CurrentVertxRequest request) {
        this.kept = kept;
        this.request = request;
    }

    /** Runs the effect in one transaction with its answer, or answers what the same key was answered before. */
    @SuppressWarnings("unchecked")
    public <T> RestResponse<T> act(Callable<RestResponse<T>> effect) {
        Answers.Claim claim = request.getCurrent().remove(CLAIM);
        if (claim == null) {
            throw new IllegalStateException(
                    "only a method that is @Idempotent(begins = AFTER_ASKING) acts, and acts once");
        }
        return (RestResponse<T>) kept.once(claim, effect::call);
    }

    static void begin(RoutingContext request, Answers.Claim claim) {
        request.put(CLAIM, claim);
    }

    /** A method that asked and then forgot to act would answer what nobody kept. */
    static void requireActed(RoutingContext request) {
        if (request.get(CLAIM) != null) {
            throw new IllegalStateException("the method asked and did not act through Once");
        }
    }
}
