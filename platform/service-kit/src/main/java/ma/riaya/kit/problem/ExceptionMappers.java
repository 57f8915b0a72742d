package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns each exception that leaves a resource, and each that the framework raises itself, into a problem. */
@Singleton
public class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    /** PostgreSQL keeps every character but U+0000, which JSON and addresses can carry. */
    private static final String NOT_TEXT = "22021";

    private final Problems problems;
    private final ReadableFaults faults;

    ExceptionMappers(Problems problems, ReadableFaults faults) {
        this.problems = problems;
        this.faults = faults;
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused, RoutingContext request) {
        return problems.response(request, refused.refusal());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, RoutingContext request) {
        return faults.invalid(invalid, request);
    }

    /** The framework's own wrapper of constraint violations is a {@link ValidationException} too. */
    @ServerExceptionMapper
    public Response invalid(ValidationException invalid, RoutingContext request) {
        return invalid instanceof ConstraintViolationException violations
                ? faults.invalid(violations, request)
                : unexpected(invalid, request);
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched, RoutingContext request) {
        return faults.unreadable(mismatched, request);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable, RoutingContext request) {
        return faults.unreadable(unreadable, request);
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException unauthenticated, RoutingContext request) {
        return problems.response(request, "token-invalid", Response.Status.UNAUTHORIZED.getStatusCode());
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException unauthenticated, RoutingContext request) {
        return problems.response(request, "token-missing", Response.Status.UNAUTHORIZED.getStatusCode());
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, RoutingContext request) {
        return problems.response(request, "role-missing", Response.Status.FORBIDDEN.getStatusCode());
    }

    @ServerExceptionMapper
    public Response ofTheFramework(WebApplicationException raised, RoutingContext request) {
        return raised.getCause() instanceof JsonProcessingException unreadable
                ? faults.unreadable(unreadable, request)
                : faults.ofTheFramework(raised, request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable thrown, RoutingContext request) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RefusedException refused -> {
                    return refused(refused, request);
                }
                case BrokenBody broken -> {
                    LOG.debugf("body broken off, request %s", RequestId.of(request));
                    return problems.response(request, "bad-request", Response.Status.BAD_REQUEST.getStatusCode());
                }
                case java.sql.SQLException sql
                when DatabaseTrouble.isPassing(sql) -> {
                    LOG.warnf(
                            "database unavailable, request %s, SQLSTATE %s", RequestId.of(request), sql.getSQLState());
                    return problems.response(request, new DatabaseTrouble(sql.getSQLState()));
                }
                case java.sql.SQLException sql
                when NOT_TEXT.equals(sql.getSQLState()) -> {
                    return problems.response(request, "text-unreadable", Response.Status.BAD_REQUEST.getStatusCode());
                }
                default -> {
                    // The next cause may say more.
                }
            }
        }
        LOG.errorf(thrown, "unexpected failure, request %s", RequestId.of(request));
        return problems.response(request, "internal-error", Response.Status.INTERNAL_SERVER_ERROR.getStatusCode());
    }
}
