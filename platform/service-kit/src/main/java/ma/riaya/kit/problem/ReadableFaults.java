package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
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
import ma.riaya.kit.problem.UnacceptableParameters.Fault;
import org.jspecify.annotations.Nullable;

/** Says which part of a request is at fault, and what to correct, for faults found before a use case runs. */
@Singleton
class ReadableFaults {

    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNPROCESSABLE = 422;

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

    /** 400 with the path of the part at fault, as far as the reader came. */
    Response unreadable(JsonProcessingException unreadable, RoutingContext request) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            Violation violation = problems.violation(
                    request,
                    FaultPath.of(unknown),
                    "unknown-field",
                    Map.of("field", FaultPath.shown(unknown.getPropertyName())));
            return problems.response(request, "body-unknown-field", BAD_REQUEST, Map.of(), List.of(violation));
        }
        if (refusalBehind(unreadable) instanceof RefusedException refused) {
            return problems.response(request, refused.refusal());
        }
        String path = FaultPath.of(unreadable);
        if (unreadable instanceof UnkeepableText) {
            return problems.response(
                    request,
                    "text-unreadable",
                    BAD_REQUEST,
                    Map.of(),
                    path.isEmpty() ? List.of() : List.of(violation(request, new Fault(path, "unreadable-text"))));
        }
        return problems.response(
                request,
                "body-malformed",
                BAD_REQUEST,
                Map.of(),
                path.isEmpty() ? List.of() : List.of(violation(request, Fault.unreadable(path, wanted(unreadable)))));
    }

    /** The type of the value at fault, where the reader came as far as that. */
    private static Class<?> wanted(JsonProcessingException unreadable) {
        return unreadable instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? mismatched.getTargetType()
                : Object.class;
    }

    private Violation violation(RoutingContext request, Fault fault) {
        return problems.violation(request, fault.name(), fault.code(), fault.values());
    }

    Response ofTheFramework(WebApplicationException raised, RoutingContext request) {
        int status = raised.getResponse().getStatus();
        if (status < BAD_REQUEST) {
            return raised.getResponse();
        }
        if (raised instanceof UnacceptableParameters parameters) {
            List<Violation> violations = parameters.faults().stream()
                    .map(fault ->
                            violation(request, new Fault(FaultPath.shown(fault.name()), fault.code(), fault.values())))
                    .toList();
            return problems.response(request, "parameter-invalid", BAD_REQUEST, Map.of(), violations);
        }
        if (raised instanceof NotFoundException && raised.getCause() != null) {
            // A part of the address that cannot be read as its type, which the framework takes for an unknown address.
            return problems.response(request, FrameworkCodes.of(BAD_REQUEST), BAD_REQUEST);
        }
        Response problem = problems.response(request, FrameworkCodes.of(status), status);
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
