package ma.riaya.welfare.beneficiary;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import ma.riaya.kit.problem.RefusedException;
import org.jboss.logging.Logger;

/**
 * A line to the registry: so many questions at once, the others wait for their turn.
 *
 * <p>Whoever waits does so as long as the registry answers somebody, and all give it up together when it has answered nobody for too long:
 * so a crowd is served, and a registry that hangs is not tried by each of them in turn.
 * After that it is not asked, but for one question now and then that tries for all.
 */
final class Line {

    private static final Logger LOG = Logger.getLogger(Line.class);

    private final Places places;
    private final Silence silence;
    private final Bounds bounds;
    private final LongSupplier nanoTime;

    Line(Bounds bounds, LongSupplier nanoTime) {
        places = new Places(bounds.atOnce());
        silence = new Silence(bounds.silence(), bounds.rest(), nanoTime);
        this.bounds = bounds;
        this.nanoTime = nanoTime;
    }

    /**
     * What the asking keeps within.
     *
     * @param atOnce questions under way at once
     * @param silence how long it may be that nobody is answered while somebody waits
     * @param answer how long an answer may take while others are answered
     * @param turn how long a question may wait for its turn
     * @param rest how long a silent registry is left alone before one question tries it
     */
    record Bounds(int atOnce, Duration silence, Duration answer, Duration turn, Duration rest) {}

    /** The answer; an answer that says no is thrown as it is, and none is refused as registry-unavailable or registry-busy. */
    <T> T ask(Uni<T> question) {
        boolean tries = silence.enter();
        CompletableFuture<Void> turn = places.lineUp();
        try {
            if (!comes(turn, bounds.turn())) {
                throw new RefusedException(
                        silence.isKnown()
                                ? new CannotAskRegistry.RegistryUnavailable()
                                : new CannotAskRegistry.RegistryBusy());
            }
            if (!tries && silence.isKnown()) {
                throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
            }
            return answer(question);
        } finally {
            places.leave(turn);
            silence.leave();
        }
    }

    private <T> T answer(Uni<T> question) {
        CompletableFuture<T> answer = question.subscribeAsCompletionStage();
        if (!comes(answer, bounds.answer())) {
            answer.cancel(true);
            LOG.warnf("beneficiary-service gave no answer in time%s", silence.isKnown() ? ", to nobody" : "");
            throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
        }
        try {
            T given = answer.get();
            silence.heard();
            return given;
        } catch (InterruptedException stopping) {
            throw interrupted();
        } catch (ExecutionException failed) {
            throw failure(failed);
        }
    }

    private RuntimeException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case WebApplicationException answered -> {
                silence.heard();
                yield answered;
            }
            case ProcessingException unreached -> unreached(unreached);
            case IOException unreached -> unreached(unreached);
            case VertxException unreached -> unreached(unreached);
            case TimeoutException unreached -> unreached(unreached);
            case RuntimeException mistake -> mistake;
            case null, default -> new IllegalStateException(failed);
        };
    }

    private RefusedException unreached(Exception how) {
        silence.stayAway();
        LOG.warnf("beneficiary-service gave no answer: %s", how.getClass().getSimpleName());
        return new RefusedException(new CannotAskRegistry.RegistryUnavailable());
    }

    private static RefusedException interrupted() {
        Thread.currentThread().interrupt();
        return new RefusedException(new CannotAskRegistry.RegistryUnavailable());
    }

    /** Whether it is complete in time, and before the registry has been silent for too long, which each answer to anybody puts off. */
    private boolean comes(CompletableFuture<?> awaited, Duration most) {
        long latest = nanoTime.getAsLong() + most.toNanos();
        try {
            while (!awaited.isDone()) {
                long left = latest - nanoTime.getAsLong();
                if (left <= 0 || silence.isOver()) {
                    return false;
                }
                awaitFor(Math.min(left, silence.left()), awaited);
            }
            return true;
        } catch (InterruptedException stopping) {
            throw interrupted();
        }
    }

    private static void awaitFor(long nanos, CompletableFuture<?> awaited) throws InterruptedException {
        try {
            awaited.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException toBeSeen) {
            // Whether it is done, and how it ended, is looked at by who awaits it.
        }
    }
}
