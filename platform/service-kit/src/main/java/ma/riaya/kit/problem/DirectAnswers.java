package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a problem where no resource is reached: a filter stops the request, or the server cannot read it. */
@Singleton
class DirectAnswers {

    private static final int UNAUTHORIZED = 401;

    private final Problems problems;
    private final ObjectMapper json;

    DirectAnswers(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void answer(RoutingContext request, String code, int status, Map<String, Object> values) {
        answer(request.request(), RequestId.of(request), code, status, values);
    }

    void answer(HttpServerRequest request, String requestId, String code, int status, Map<String, Object> values) {
        Locale language = Problems.language(request);
        HttpServerResponse response = request.response()
                .setStatusCode(status)
                .putHeader(RequestId.HEADER, requestId)
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .putHeader("Content-Language", language.toLanguageTag())
                .putHeader("Vary", "Accept-Language")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (status == UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", Problems.challenge(code));
        }
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(written(problems.problem(language, requestId, code, status, values, List.of())));
        }
        // What is still to come is read and dropped, so that the connection can carry the next request.
        request.resume();
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem holds texts and numbers only", impossible);
        }
    }
}
