package ma.riaya.office.territory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.precondition.CannotChange;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which office serves which province: rows are ended, never changed. */
@Singleton
class Assignments {

    private static final String NONE = "none";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Audit audit;

    Assignments(Jdbi jdbi, Clock clock, Audit audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** The latest first. */
    List<AssignmentView> page(String province, @Nullable Instant before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, province, office, starts_at AS "from", ends_at AS until, reason
                        FROM province_assignment
                        WHERE province = :province AND starts_at < coalesce(:before, TIMESTAMPTZ 'infinity')
                        ORDER BY starts_at DESC LIMIT :rows
                        """)
                .bind("province", province)
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(AssignmentView.class)
                .list());
    }

    /** Ends the running assignment and begins the next at once; refused where another change came first. */
    @Transactional
    void assign(Province seen, AssignmentBody body, Caller by) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbi.useHandle(handle -> {
            if (!nextVersion(handle, seen)) {
                throw new RefusedException(new CannotChange.Stale());
            }
            end(handle, seen, now);
            begin(handle, seen, body, by, now);
        });
        audit.append(AuditEntry.of("province-assigned", "province", seen.code())
                .with(Map.of(
                        "from", Objects.requireNonNullElse(seen.office(), NONE),
                        "to", Objects.requireNonNullElse(body.office(), NONE))));
    }

    private static boolean nextVersion(Handle handle, Province seen) {
        return handle.createUpdate(
                                "UPDATE province SET version = version + 1 WHERE code = :code AND version = :version")
                        .bind("code", seen.code())
                        .bind("version", seen.version())
                        .execute()
                == 1;
    }

    private static void end(Handle handle, Province seen, OffsetDateTime now) {
        handle.createUpdate("UPDATE province_assignment SET ends_at = :now WHERE province = :code AND ends_at IS NULL")
                .bind("now", now)
                .bind("code", seen.code())
                .execute();
    }

    private static void begin(Handle handle, Province seen, AssignmentBody body, Caller by, OffsetDateTime now) {
        handle.createUpdate("""
                        INSERT INTO province_assignment (province, office, starts_at, reason, assigned_by)
                        VALUES (:code, :office, :now, :reason, :by)
                        """)
                .bind("code", seen.code())
                .bind("office", body.office())
                .bind("now", now)
                .bind("reason", body.reason())
                .bind("by", by.subject())
                .execute();
    }
}
