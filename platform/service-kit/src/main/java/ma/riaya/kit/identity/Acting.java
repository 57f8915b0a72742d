package ma.riaya.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import ma.riaya.kit.problem.RequestId;

/** In whose name something is done: the caller of the request under way, or the service by itself. */
@Singleton
public class Acting {

    /** The actor of what the service does by itself, such as delivering what was released. */
    public static final String SYSTEM = "system";

    private final Provider<CurrentCaller> caller;
    private final CurrentVertxRequest current;

    Acting(Provider<CurrentCaller> caller, CurrentVertxRequest current) {
        this.caller = caller;
        this.current = current;
    }

    /**
     * Who acts now.
     *
     * @param subject the stable identifier of the account, or {@link #SYSTEM}
     * @param office the code of their office; empty at headquarters and for the service itself
     * @param request the identifier of the request
     */
    public record Actor(String subject, Optional<String> office, Optional<String> request) {}

    public Actor now() {
        if (!Arc.requireContainer().requestContext().isActive() || current.getCurrent() == null) {
            return new Actor(SYSTEM, Optional.empty(), Optional.empty());
        }
        Caller acting = caller.get().get();
        return new Actor(acting.subject(), acting.office(), Optional.of(RequestId.of(current.getCurrent())));
    }
}
