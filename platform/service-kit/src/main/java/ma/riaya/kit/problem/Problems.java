package ma.riaya.kit.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.riaya.kit.problem.Problem.Violation;

/** Writes problems: from a refusal, or from a code of the kit's own with its HTTP status. */
@Singleton
public class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    /** The problem in the language of the request, with the violations given. */
    public Problem problem(
            RoutingContext request, String code, int status, Map<String, Object> values, List<Violation> violations) {
        return problem(language(request), RequestId.of(request), code, status, values, violations);
    }

    Problem problem(
            Locale language,
            String requestId,
            String code,
            int status,
            Map<String, Object> values,
            List<Violation> violations) {
        return new Problem(
                "urn:riaya:problem:" + code,
                texts.text(code + ".title", language, values),
                status,
                texts.text(code + ".detail", language, values),
                code,
                requestId,
                violations,
                values);
    }

    /** A finished answer; {@code retryAfter} seconds are announced where above zero. */
    public Response response(Problem problem, Locale language, int retryAfter) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(problem.code()));
        }
        if (retryAfter > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.build();
    }

    public Response response(RoutingContext request, Refusal refusal) {
        Problem problem = problem(request, refusal.code(), refusal.status(), refusal.parameters(), List.of());
        return response(problem, language(request), refusal.retryAfterSeconds());
    }

    public Response response(RoutingContext request, String code, int status) {
        return response(request, code, status, Map.of(), List.of());
    }

    public Response response(
            RoutingContext request, String code, int status, Map<String, Object> values, List<Violation> violations) {
        return response(problem(request, code, status, values, violations), language(request), 0);
    }

    /** The text of one violation: {@code violation-<code>} with the constraint's own values. */
    public Violation violation(RoutingContext request, String field, String code, Map<String, Object> values) {
        Locale language = language(request);
        String key = "violation-" + code;
        String message = texts.has(key, language) ? key : "violation-invalid";
        return new Violation(field, code, texts.text(message, language, values));
    }

    /** Which way to sign in, and that the token sent is at fault where one was (RFC 6750). */
    static String challenge(String code) {
        return code.equals("token-invalid") ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    public static Locale language(RoutingContext request) {
        return language(request.request());
    }

    /** A header that is sent in several lines means what it would mean in one (RFC 9110). */
    static Locale language(HttpServerRequest request) {
        return ProblemTexts.negotiate(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
