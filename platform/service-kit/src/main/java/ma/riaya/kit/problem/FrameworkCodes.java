package ma.riaya.kit.problem;

import java.util.Map;

/** The codes for the statuses that the framework and the server raise themselves. */
final class FrameworkCodes {

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(401, "token-missing"),
            Map.entry(403, "role-missing"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(413, "body-too-large"),
            Map.entry(414, "address-too-long"),
            Map.entry(415, "media-type-unsupported"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "headers-too-large"),
            Map.entry(503, "unavailable"));

    private FrameworkCodes() {}

    /** Any other status is {@code bad-request} or {@code internal-error}. */
    static String of(int status) {
        return CODES.getOrDefault(status, status < 500 ? "bad-request" : "internal-error");
    }
}
