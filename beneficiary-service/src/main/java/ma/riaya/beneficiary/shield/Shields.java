package ma.riaya.beneficiary.shield;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.beneficiary.shield.Shield.State;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The shields as stored; the database shows those of the reader's own units alone. */
@Singleton
class Shields {

    private static final String COLUMNS = """
            SELECT id, person_id, unit, reason_sealed, until, state, proposed_by, proposed_at, decided_by, decided_at,
                end_proposed_by, ended_at, version
            FROM shield
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;

    Shields(Jdbi jdbi, Clock clock, Seal seal) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
    }

    /** False where the person has a shield of this unit already. */
    boolean propose(UUID id, ShieldBody body, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO shield (id, person_id, unit, reason_sealed, until, state, proposed_by, proposed_at)
                                VALUES (:id, :person, :unit, :reason, :until, 'PROPOSED', :by, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("person", body.personId())
                        .bind("unit", body.unit())
                        .bind("reason", seal.close(SealedColumn.SHIELD_REASON, id, body.reason()))
                        .bind("until", body.until())
                        .bind("by", by)
                        .bind("now", now())
                        .execute())
                == 1;
    }

    Optional<Shield> find(UUID id) {
        return read(COLUMNS + "WHERE id = :id", id);
    }

    /** The shield, which nobody else changes until the transaction ends. */
    Optional<Shield> lock(UUID id) {
        return read(COLUMNS + "WHERE id = :id FOR UPDATE", id);
    }

    /** The newest first. */
    List<Shield> page(@Nullable State state, @Nullable UUID before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        WHERE (CAST(:state AS text) IS NULL OR state = :state)
                          AND (CAST(:before AS uuid) IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :rows
                        """)
                .bind("state", state == null ? null : state.name())
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(Shield.class)
                .list());
    }

    void decide(UUID id, State state, String by) {
        update(id, "state = :state, decided_by = :by, decided_at = :now", state, by);
    }

    void proposeEnd(UUID id, String by) {
        update(id, "state = :state, end_proposed_by = :by, ended_at = NULL", State.END_PROPOSED, by);
    }

    /** The end that was asked for is not given: it protects as before. */
    void keep(UUID id, String by) {
        update(id, "state = :state, end_proposed_by = NULL", State.IN_FORCE, by);
    }

    void end(UUID id, String by) {
        update(id, "state = :state, ended_by = :by, ended_at = :now", State.ENDED, by);
    }

    /** Ends those whose last day has passed; answers how many stay since somebody in sight has their reference. */
    int endPassed(LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT end_passed_shields(:today, :now)")
                .bind("today", today)
                .bind("now", now())
                .mapTo(Integer.class)
                .one());
    }

    @Nullable
    String reason(Shield shield) {
        return shield.reasonSealed().length == 0
                ? null
                : seal.open(SealedColumn.SHIELD_REASON, shield.id(), shield.reasonSealed());
    }

    private void update(UUID id, String set, State state, String by) {
        jdbi.useHandle(handle -> {
            var update = handle.createUpdate("UPDATE shield SET " + set + ", version = version + 1 WHERE id = :id")
                    .bind("id", id)
                    .bind("state", state.name());
            if (set.contains(":by")) {
                update.bind("by", by);
            }
            if (set.contains(":now")) {
                update.bind("now", now());
            }
            update.execute();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<Shield> read(String query, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(Shield.class).findOne());
    }
}
