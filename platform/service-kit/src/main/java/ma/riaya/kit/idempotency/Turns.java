package ma.riaya.kit.idempotency;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.riaya.kit.problem.RefusedException;

/**
 * Lets one request at a time use a key, before any of them takes a connection.
 *
 * <p>The database would let them wait as well, but each with a connection in its hand: one impatient caller could hold them all.
 */
@Singleton
class Turns {

    private static final Duration MOST = Duration.ofSeconds(5);

    private record Used(String caller, String key) {}

    private static final class Turn {
        private final Semaphore free = new Semaphore(1);
        private int users;
    }

    private final ConcurrentMap<Used, Turn> turns = new ConcurrentHashMap<>();

    /** Runs when its turn comes; refused where it does not come in 5 seconds. */
    <T> T take(Answers.Claim claim, Supplier<T> action) {
        Used used = new Used(claim.caller(), claim.key());
        Turn turn = turns.compute(used, (key, found) -> entered(found == null ? new Turn() : found));
        try {
            await(turn);
            try {
                return action.get();
            } finally {
                turn.free.release();
            }
        } finally {
            turns.computeIfPresent(used, (key, found) -> --found.users == 0 ? null : found);
        }
    }

    private static Turn entered(Turn turn) {
        turn.users++;
        return turn;
    }

    private static void await(Turn turn) {
        try {
            if (turn.free.tryAcquire(MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(new CannotRepeat.InFlight());
    }

    /** How many keys are in use. */
    int inUse() {
        return turns.size();
    }
}
