package ma.riaya.kit.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each request an identifier, or keeps the caller's where it is well formed, and returns it in {@code X-Request-Id}. */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "riaya.request-id";
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    void install(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.response().putHeader(HEADER, of(request));
                    request.next();
                },
                BEFORE_EVERYTHING);
    }

    /** The identifier of this request; the same at each call. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known == null) {
            known = fromCallerOrNew(request.request());
            request.put(KEY, known);
        }
        return known;
    }

    /** The caller's where it is well formed, or a new one at each call. */
    static String fromCallerOrNew(HttpServerRequest request) {
        @Nullable String given = request.getHeader(HEADER);
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UuidCreator.getTimeOrderedEpoch().toString();
    }
}
