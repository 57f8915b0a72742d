package ma.riaya.beneficiary.doubles;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sweeps over the registry and those who wait to be compared, as stored. */
@Singleton
class Sweeps {

    private final Jdbi jdbi;
    private final Clock clock;

    Sweeps(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    record Sweep(
            UUID id,
            State state,
            UUID reached,
            long compared,
            long found,
            String startedBy,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt) {

        @Schema(name = "DoubleSweepState")
        enum State {
            RUNNING,
            DONE
        }
    }

    /** Empty where one runs already. */
    Optional<UUID> start(String by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO double_sweep (id, started_by, started_at) VALUES (:id, :by, :now)
                        ON CONFLICT DO NOTHING RETURNING id
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("by", by)
                .bind("now", now())
                .mapTo(UUID.class)
                .findOne());
    }

    Optional<Sweep> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM double_sweep WHERE id = :id")
                .bind("id", id)
                .mapTo(Sweep.class)
                .findOne());
    }

    /** The one that runs, held: no other process goes on with it meanwhile. */
    Optional<Sweep> holdRunning() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM double_sweep WHERE state = 'RUNNING' FOR UPDATE SKIP LOCKED")
                .mapTo(Sweep.class)
                .findOne());
    }

    void reached(Sweep sweep, UUID last, int compared, int found) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE double_sweep SET reached = :last, compared = compared + :compared, found = found + :found
                        WHERE id = :id
                        """)
                .bind("id", sweep.id())
                .bind("last", last)
                .bind("compared", compared)
                .bind("found", found)
                .execute());
    }

    void finish(Sweep sweep) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE double_sweep SET state = 'DONE', finished_at = :now WHERE id = :id")
                .bind("id", sweep.id())
                .bind("now", now())
                .execute());
    }

    void await(Collection<UUID> persons) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO double_check (person_id) SELECT unnest(CAST(:persons AS uuid[])) ON CONFLICT DO NOTHING
                        """)
                .bindArray("persons", UUID.class, persons.stream().sorted().toArray())
                .execute());
    }

    /** Takes some who wait off the queue, in this transaction. */
    List<UUID> takeWaiting(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        DELETE FROM double_check WHERE person_id IN (
                            SELECT person_id FROM double_check ORDER BY person_id LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING person_id
                        """).bind("most", most).mapTo(UUID.class).list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
