package ma.riaya.welfare.outbox;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What waits to leave the service. */
@Singleton
public class Outbox {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Event<Filled> filled;

    Outbox(Jdbi jdbi, Clock clock, Event<Filled> filled) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.filled = filled;
    }

    /** Told in the transaction that put something in; the relay hears it once that has committed. */
    record Filled(String kind) {}

    /** Something waiting. */
    record Waiting(UUID id, String kind, UUID aggregate) {}

    /** Puts a delivery in, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(String kind, UUID aggregate) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox (kind, aggregate, created_at, next_attempt_at) VALUES (:kind, :aggregate, :now, :now)
                        """)
                .bind("kind", kind)
                .bind("aggregate", aggregate)
                .bind("now", now())
                .execute());
        filled.fire(new Filled(kind));
    }

    /** The first that is due, held until the transaction ends; none that an earlier one of its aggregate still precedes. */
    Optional<Waiting> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT id, kind, aggregate FROM outbox o
                        WHERE delivered_at IS NULL AND next_attempt_at <= :now
                          AND NOT EXISTS (
                              SELECT 1 FROM outbox earlier
                              WHERE earlier.aggregate = o.aggregate AND earlier.id < o.id AND earlier.delivered_at IS NULL)
                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """).bind("now", now()).mapTo(Waiting.class).findOne());
    }

    void delivered(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outbox SET delivered_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now())
                .execute());
    }

    /** Tries again later: after 1, 2, 4 … and at most 60 seconds. */
    void failed(UUID id, String fault) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET attempts = attempts + 1, last_fault = :fault,
                               next_attempt_at = :now + least(60, 2 ^ least(attempts, 6)) * interval '1 second'
                        WHERE id = :id AND delivered_at IS NULL
                        """)
                .bind("id", id)
                .bind("fault", fault)
                .bind("now", now())
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
