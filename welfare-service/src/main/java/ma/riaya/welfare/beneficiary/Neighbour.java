package ma.riaya.welfare.beneficiary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a question about a person to beneficiary-service, and turns each way of saying no into a refusal. */
@Singleton
class Neighbour {

    private static final Logger LOG = Logger.getLogger(Neighbour.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Line line;
    private final ObjectMapper json;

    Neighbour(Lines lines, ObjectMapper json) {
        this.line = lines.persons();
        this.json = json;
    }

    /**
     * What the ways in which the neighbour says no mean here.
     *
     * @param conflicts by the code that its problem of status 409 names, of the values that it says
     */
    record Refusals(
            Refusal notFound, Refusal forbidden, Map<String, Function<Map<String, Object>, Refusal>> conflicts) {}

    /** The fields read of a problem. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProblemAnswer(@Nullable String code, @Nullable Map<String, Object> parameters) {

        Map<String, Object> said() {
            return parameters == null ? Map.of() : parameters;
        }
    }

    <T> T ask(Uni<T> question, Refusals refusals) {
        try {
            return line.ask(question);
        } catch (WebApplicationException answered) {
            int status = answered.getResponse().getStatus();
            switch (status) {
                case NOT_FOUND -> throw new RefusedException(refusals.notFound());
                case FORBIDDEN -> throw new RefusedException(refusals.forbidden());
                case CONFLICT -> refuseByName(answered.getResponse(), refusals);
                default -> LOG.warnf("beneficiary-service answered %d", status);
            }
        }
        throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
    }

    /** A conflict that is not known here by its name is a fault of one of the two services. */
    private void refuseByName(Response answer, Refusals refusals) {
        ProblemAnswer problem = problem(answer);
        if (problem != null && problem.code() != null) {
            Function<Map<String, Object>, Refusal> named = refusals.conflicts().get(problem.code());
            if (named != null) {
                throw new RefusedException(named.apply(problem.said()));
            }
        }
        LOG.warn("beneficiary-service answered 409 with a code that is not known here");
    }

    private @Nullable ProblemAnswer problem(Response answer) {
        try {
            return json.readValue(answer.readEntity(String.class), ProblemAnswer.class);
        } catch (JsonProcessingException | ProcessingException | IllegalStateException unreadable) {
            return null;
        }
    }
}
