package ma.riaya.welfare.beneficiary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/** Puts a question to beneficiary-service within bounds, and turns each way of failing into a refusal. */
@ApplicationScoped
class Neighbour {

    private static final Logger LOG = Logger.getLogger(Neighbour.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Bounded bounded;

    Neighbour(Bounded bounded) {
        this.bounded = bounded;
    }

    <T> T ask(Supplier<T> question, Refusal notFound, Refusal forbidden) {
        try {
            return bounded.ask(question);
        } catch (WebApplicationException answered) {
            int status = answered.getResponse().getStatus();
            switch (status) {
                case NOT_FOUND -> throw new RefusedException(notFound);
                case FORBIDDEN -> throw new RefusedException(forbidden);
                default -> LOG.warnf("beneficiary-service answered %d", status);
            }
        } catch (TimeoutException | BulkheadException | ProcessingException silent) {
            LOG.warnf(
                    "beneficiary-service gave no answer: %s", silent.getClass().getSimpleName());
        }
        throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
    }

    /** At most so many questions at once, and none for longer than the caller can wait. */
    @ApplicationScoped
    static class Bounded {

        @Bulkhead(40)
        @Timeout(value = 1_700, unit = ChronoUnit.MILLIS)
        <T> T ask(Supplier<T> question) {
            return question.get();
        }
    }
}
