package ma.riaya.kit.problem;

import java.util.Map;

/**
 * A named reason why the product declines to do what was asked.
 *
 * <p>Each feature seals its own family ({@code sealed interface CannotApprove extends Refusal}).
 * The code is stable for ever; its texts stand in {@code problems/refusals_{ar,fr,en}.properties} as {@code <code>.title} and {@code <code>.detail}.
 */
public interface Refusal {

    /** The stable name, in lower case with hyphens, such as {@code aid-request-missing-document}. */
    String code();

    /** The HTTP status that carries this refusal: one of 400, 403, 404, 409, 412, 422, 428 or 503. */
    int status();

    /** What the texts name in braces, and what a client may read under {@code parameters}; never a personal value. */
    default Map<String, Object> parameters() {
        return Map.of();
    }

    /** Seconds after which asking again makes sense; zero where it does not. */
    default int retryAfterSeconds() {
        return 0;
    }
}
