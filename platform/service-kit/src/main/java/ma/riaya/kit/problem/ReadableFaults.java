package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.riaya.kit.problem.Problem.Violation;
import org.jspecify.annotations.Nullable;

/** Says which part of a request is at fault, and what to correct, for faults found before a use case runs. */
@Singleton
class ReadableFaults {

    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNPROCESSABLE = 422;

    /** The codes for the statuses that the framework raises itself; any other status is {@code bad-request} or {@code internal-error}. */
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
            Map.entry(422, "body-invalid"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "headers-too-large"),
            Map.entry(503, "unavailable"));

    private final Problems problems;
    private final AllowedMethods allowed;

    ReadableFaults(Problems problems, AllowedMethods allowed) {
        this.problems = problems;
        this.allowed = allowed;
    }

    /** 422 where the body breaks a rule, 400 where a parameter of the address or a header does. */
    Response invalid(ConstraintViolationException invalid, RoutingContext request) {
        List<Violation> violations = new ArrayList<>();
        boolean bodyAtFault = false;
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            List<String> path = pathInside(violation.getPropertyPath());
            bodyAtFault |= isOfTheBody(path);
            String field = String.join(".", path.size() > 1 ? path.subList(1, path.size()) : path);
            violations.add(problems.violation(request, field, code(violation), attributes(violation)));
        }
        violations.sort((a, b) -> (a.field() + a.code()).compareTo(b.field() + b.code()));
        return bodyAtFault
                ? problems.response(request, "body-invalid", UNPROCESSABLE, Map.of(), violations)
                : problems.response(request, "parameter-invalid", BAD_REQUEST, Map.of(), violations);
    }

    Response unreadable(JsonProcessingException unreadable, RoutingContext request) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            Violation violation = problems.violation(
                    request, path(unknown), "unknown-field", Map.of("field", unknown.getPropertyName()));
            return problems.response(request, "body-unknown-field", BAD_REQUEST, Map.of(), List.of(violation));
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            if (refusalBehind(mapping) instanceof RefusedException refused) {
                return problems.response(request, refused.refusal());
            }
            Violation violation = problems.violation(request, path(mapping), "unreadable-value", Map.of());
            return problems.response(request, "body-malformed", BAD_REQUEST, Map.of(), List.of(violation));
        }
        return problems.response(request, "body-malformed", BAD_REQUEST);
    }

    Response ofTheFramework(WebApplicationException raised, RoutingContext request) {
        int status = raised.getResponse().getStatus();
        if (status < BAD_REQUEST) {
            return raised.getResponse();
        }
        if (raised instanceof NotFoundException && raised.getCause() != null) {
            // A part of the address that cannot be read as its type, which the framework takes for an unknown address.
            return problems.response(request, "parameter-invalid", BAD_REQUEST);
        }
        String code = CODES.getOrDefault(status, status < 500 ? "bad-request" : "internal-error");
        Response problem = problems.response(request, code, status);
        return status == METHOD_NOT_ALLOWED
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed.of(request.normalizedPath())))
                        .build()
                : problem;
    }

    private static @Nullable Throwable refusalBehind(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof RefusedException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** The path without the method's own name: first the parameter, then what lies inside it. */
    private static List<String> pathInside(Path propertyPath) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : propertyPath) {
            if (node.getKind() != ElementKind.METHOD && node.getName() != null) {
                steps.add(node.getIndex() == null ? node.getName() : "[" + node.getIndex() + "]." + node.getName());
            }
        }
        return steps;
    }

    /** Bodies come in a parameter named {@code body}; what the address and the headers bring is not one, be it a record or not. */
    private static boolean isOfTheBody(List<String> path) {
        return !path.isEmpty() && path.getFirst().equals("body");
    }

    /** {@code NotBlank} becomes {@code not-blank}. */
    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> attributes(ConstraintViolation<?> violation) {
        Map<String, Object> named = new HashMap<>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (value instanceof Number || value instanceof String) {
                named.put(name, value);
            }
        });
        return named;
    }
}
