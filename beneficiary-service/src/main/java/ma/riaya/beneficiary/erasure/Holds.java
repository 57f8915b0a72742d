package ma.riaya.beneficiary.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Legal holds: whoever is held is not erased, until another person than who set the hold has lifted it. */
@Singleton
class Holds {

    private static final String COLUMNS = """
            SELECT h.id, h.person_id, h.reason_sealed, h.set_by, h.set_at, h.lifted_at
            FROM legal_hold h JOIN person p ON p.id = h.person_id
            """;

    private final Jdbi jdbi;
    private final Seal seal;
    private final PersonAccess access;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Holds(Jdbi jdbi, Seal seal, PersonAccess access, Audit audit, CurrentCaller caller, Clock clock) {
        this.jdbi = jdbi;
        this.seal = seal;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Hold(
            UUID id,
            UUID personId,
            byte[] reasonSealed,
            String setBy,
            OffsetDateTime setAt,
            @Nullable OffsetDateTime liftedAt) {}

    @Transactional
    Hold set(UUID person, String reason) {
        access.demandReadable(person);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO legal_hold (id, person_id, reason_sealed, set_by, set_at)
                        VALUES (:id, :person, :reason, :by, :now)
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("reason", seal.close(SealedColumn.HOLD_REASON, id, reason))
                .bind("by", caller.get().subject())
                .bind("now", now())
                .execute());
        return noted(id, "hold-set");
    }

    @Transactional
    Hold lift(UUID id) {
        Hold hold = read(COLUMNS + "WHERE h.id = :id FOR UPDATE OF h", id)
                .orElseThrow(() -> new RefusedException(new CannotErase.HoldUnknown(id)));
        if (hold.liftedAt() != null) {
            throw new RefusedException(new CannotErase.HoldLifted());
        }
        if (hold.setBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotErase.OwnHold());
        }
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE legal_hold SET lifted_by = :by, lifted_at = :now WHERE id = :id")
                        .bind("id", id)
                        .bind("by", caller.get().subject())
                        .bind("now", now())
                        .execute());
        return noted(id, "hold-lifted");
    }

    /** The oldest first; they are few. */
    @Transactional
    List<Hold> of(UUID person) {
        access.demandReadable(person);
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + "WHERE h.person_id = :person ORDER BY h.id LIMIT 200")
                        .bind("person", person)
                        .mapTo(Hold.class)
                        .list());
    }

    String reason(Hold hold) {
        return seal.open(SealedColumn.HOLD_REASON, hold.id(), hold.reasonSealed());
    }

    private Hold noted(UUID id, String action) {
        Hold hold = read(COLUMNS + "WHERE h.id = :id", id).orElseThrow();
        audit.append(AuditEntry.of(action, "person", hold.personId()).with(Map.of("hold", id.toString())));
        return hold;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<Hold> read(String query, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(Hold.class).findOne());
    }
}
