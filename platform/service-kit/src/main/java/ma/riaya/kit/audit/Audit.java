package ma.riaya.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.riaya.kit.database.ManyRows;
import ma.riaya.kit.database.Write;
import ma.riaya.kit.identity.Acting;
import org.jdbi.v3.core.Jdbi;
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
    public static final String SYSTEM = Acting.SYSTEM;

    private static final String INSERT =
            "INSERT INTO audit_entry (occurred_at, actor, actor_office, action, subject_type, subject_id, purpose,"
                    + " request_id, facts) ";

    private static final String ENTRY = """
        CAST(:auditAt AS timestamptz), :auditActor, CAST(:auditOffice AS text), :auditAction, :auditSubjectType, :auditSubjectId,
        CAST(:auditPurpose AS text), CAST(:auditRequest AS text), CAST(:auditFacts AS jsonb)
        """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ObjectMapper json;
    private final Acting acting;

    Audit(Jdbi jdbi, Clock clock, ObjectMapper json, Acting acting) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
        this.acting = acting;
    }

    /** Appends one entry; fails outside a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(AuditEntry entry) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT + "VALUES (" + ENTRY + ")")
                .bindMap(values(entry))
                .execute());
    }

    /** Appends many entries in one statement, as a list of looks or a campaign's lines want. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<AuditEntry> entries) {
        ManyRows rows = ManyRows.of(
                "auditAt timestamptz",
                "auditActor text",
                "auditOffice text",
                "auditAction text",
                "auditSubjectType text",
                "auditSubjectId text",
                "auditPurpose text",
                "auditRequest text",
                "auditFacts jsonb");
        entries.forEach(entry -> rows.bindMap(values(entry)).add());
        if (!rows.isEmpty()) {
            jdbi.useHandle(handle -> rows.bindTo(handle.createUpdate(INSERT + "SELECT * FROM " + rows.as("entry")))
                    .execute());
        }
    }

    /** The entry as one write among those that it records, once for each row of the write of that name. */
    public Write write(AuditEntry entry, String forEachOf) {
        return new Write("audited", INSERT + "SELECT " + ENTRY + "FROM " + forEachOf, values(entry));
    }

    private Map<String, @Nullable Object> values(AuditEntry entry) {
        Acting.Actor actor = acting.now();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("auditAt", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("auditActor", actor.subject());
        values.put("auditOffice", actor.office().orElse(null));
        values.put("auditAction", entry.action());
        values.put("auditSubjectType", entry.subjectType());
        values.put("auditSubjectId", entry.subjectId());
        values.put("auditPurpose", entry.purpose().orElse(null));
        values.put("auditRequest", actor.request().orElse(null));
        values.put("auditFacts", facts(entry));
        return values;
    }

    private String facts(AuditEntry entry) {
        try {
            return json.writeValueAsString(entry.facts());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings is always JSON", impossible);
        }
    }
}
