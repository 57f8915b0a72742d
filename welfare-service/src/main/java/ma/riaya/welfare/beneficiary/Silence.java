package ma.riaya.welfare.beneficiary;

import java.time.Duration;
import java.util.function.LongSupplier;
import ma.riaya.kit.problem.RefusedException;

/** What is known of how long the registry has answered nobody, by all who ask it and for all of them. */
final class Silence {

    private final Duration most;
    private final Duration rest;
    private final LongSupplier nanoTime;

    private int asking;
    private long quietSince;
    private boolean known;
    private long leftAloneUntil;

    /**
     * @param most how long it may be that nobody is answered while somebody asks
     * @param rest how long a registry known to be silent is left alone before one question tries it
     */
    Silence(Duration most, Duration rest, LongSupplier nanoTime) {
        this.most = most;
        this.rest = rest;
        this.nanoTime = nanoTime;
    }

    /** Begins to ask; answers whether this question tries for all. Refused as registry-unavailable where the registry is left alone. */
    synchronized boolean enter() {
        long now = nanoTime.getAsLong();
        if (known && now - leftAloneUntil < 0) {
            throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
        }
        if (known || asking == 0) {
            quietSince = now;
        }
        leftAloneUntil = now + most.plus(rest).toNanos();
        asking++;
        return known;
    }

    synchronized void leave() {
        asking--;
    }

    /** The nanoseconds for which it is worth to wait on, unless somebody is answered meanwhile. */
    synchronized long left() {
        return most.toNanos() - (nanoTime.getAsLong() - quietSince);
    }

    /** Whether nobody was answered for too long, which whoever comes next then need not find out anew. */
    synchronized boolean isOver() {
        boolean over = left() <= 0;
        if (over && !known) {
            known = true;
            stayAway();
        }
        return over;
    }

    synchronized boolean isKnown() {
        return known;
    }

    synchronized void heard() {
        known = false;
        quietSince = nanoTime.getAsLong();
    }

    synchronized void stayAway() {
        leftAloneUntil = nanoTime.getAsLong() + rest.toNanos();
    }
}
