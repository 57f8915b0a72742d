package ma.riaya.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RequestId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Appends to {@code audit_entry} in the caller's transaction: no entry, no effect.
 *
 * <p>The table is the service's own and takes inserts only.
 * A later sequencer numbers its rows into a tree, in a table apart, so an entry is never touched again.
 */
@Singleton
public class Audit {

    /** The actor of what the service does by itself, such as delivering what was released. */
    public static final String SYSTEM = "system";

    private static final String INSERT = """
            INSERT INTO audit_entry (occurred_at, actor, actor_office, action, subject_type, subject_id, purpose, request_id, facts)
            VALUES (:at, :actor, :office, :action, :subjectType, :subjectId, :purpose, :request, CAST(:facts AS jsonb))
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ObjectMapper json;
    private final Provider<CurrentCaller> caller;
    private final CurrentVertxRequest current;

    Audit(Jdbi jdbi, Clock clock, ObjectMapper json, Provider<CurrentCaller> caller, CurrentVertxRequest current) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
        this.caller = caller;
        this.current = current;
    }

    /** Appends one entry; fails outside a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(AuditEntry entry) {
        append(List.of(entry));
    }

    /** Appends many entries in one batch, as a list of looks or a campaign's lines want. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Origin origin = origin();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (AuditEntry entry : entries) {
                batch.bind("at", now)
                        .bind("actor", origin.actor())
                        .bind("office", origin.office())
                        .bind("action", entry.action())
                        .bind("subjectType", entry.subjectType())
                        .bind("subjectId", entry.subjectId())
                        .bind("purpose", entry.purpose().orElse(null))
                        .bind("request", origin.request())
                        .bind("facts", facts(entry))
                        .add();
            }
            batch.execute();
        });
    }

    /** Outside a request, the service acts by itself. */
    private Origin origin() {
        if (!Arc.requireContainer().requestContext().isActive() || !hasRequest()) {
            return new Origin(SYSTEM, null, null);
        }
        Caller acting = caller.get().get();
        return new Origin(acting.subject(), acting.office().orElse(null), RequestId.of(current.getCurrent()));
    }

    private boolean hasRequest() {
        return current.getCurrent() != null;
    }

    private String facts(AuditEntry entry) {
        try {
            return json.writeValueAsString(entry.facts());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings is always JSON", impossible);
        }
    }

    private record Origin(
            String actor, @Nullable String office, @Nullable String request) {}
}
