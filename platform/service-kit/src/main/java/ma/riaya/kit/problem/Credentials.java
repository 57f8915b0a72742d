package ma.riaya.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers 401 to credentials that no signed token can be, before anyone reads them.
 *
 * <p>The framework's reader of tokens takes every text to have parts between dots, and fails on {@code ..} as if we had.
 */
@ApplicationScoped
public class Credentials {

    private static final String HEADER = "Authorization";
    private static final String SCHEME = "bearer";
    private static final int UNAUTHORIZED = 401;

    /** After the filters that see to the rest of a body, and before whoever looks for an identity. */
    private static final int BEFORE_THE_ROUTES = 0;

    /** The compact form of a signed token (RFC 7515): three parts of base64url, none of them empty. */
    private static final Pattern SIGNED_TOKEN =
            Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] [A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private final DirectAnswers answers;

    Credentials(DirectAnswers answers) {
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_ROUTES);
    }

    private void check(RoutingContext request) {
        List<String> given = request.request().headers().getAll(HEADER);
        if (given.isEmpty()
                || given.size() == 1 && SIGNED_TOKEN.matcher(given.getFirst()).matches()) {
            request.next();
        } else {
            answers.answer(request, code(given), UNAUTHORIZED, Map.of());
        }
    }

    /** Whoever signs in by another scheme, such as Basic, has not sent a token yet. */
    private static String code(List<String> given) {
        return given.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).startsWith(SCHEME + " "))
                ? "token-invalid"
                : "token-missing";
    }
}
