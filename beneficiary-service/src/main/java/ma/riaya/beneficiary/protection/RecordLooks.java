package ma.riaya.beneficiary.protection;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Records in the trail who looks at what of whom, in the transaction that reads it: no record, no answer. */
@Singleton
public class RecordLooks {

    private static final Logger LOG = Logger.getLogger(RecordLooks.class);

    private final Audit audit;
    private final CurrentCaller caller;
    private final Jdbi jdbi;
    private final Clock clock;

    RecordLooks(Audit audit, CurrentCaller caller, Jdbi jdbi, Clock clock) {
        this.audit = audit;
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One look at one thing, most often a person.
     *
     * @param purpose the code of the purpose stated; empty where the look needs none
     * @param facts what else is to be known; never a personal value
     */
    public record Look(
            String action,
            String subjectType,
            String subject,
            Optional<String> purpose,
            Set<SensitiveField> fields,
            Map<String, String> facts) {

        public static Look at(UUID person, String action, Collection<SensitiveField> fields) {
            return new Look(action, "person", person.toString(), Optional.empty(), set(fields), Map.of());
        }

        public static Look at(String subjectType, String subject, String action, Collection<SensitiveField> fields) {
            return new Look(action, subjectType, subject, Optional.empty(), set(fields), Map.of());
        }

        public Look forPurpose(String code) {
            return new Look(action, subjectType, subject, Optional.of(code), fields, facts);
        }

        public Look with(Map<String, String> moreFacts) {
            return new Look(action, subjectType, subject, purpose, fields, moreFacts);
        }

        private static Set<SensitiveField> set(Collection<SensitiveField> fields) {
            Set<SensitiveField> set = EnumSet.noneOf(SensitiveField.class);
            set.addAll(fields);
            return set;
        }
    }

    /** Fails the whole request where it cannot be written, so that nothing is answered. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        Caller looking = caller.get();
        String roles = looking.roles().stream().sorted().collect(Collectors.joining(","));
        try {
            audit.append(looks.stream().map(look -> entry(look, roles)).toList());
            knowAgent(looking);
        } catch (JdbiException down) {
            LOG.errorf(
                    "the record of looks cannot be written, SQLSTATE %s: nothing is shown until it can", state(down));
            throw new RefusedException(new CannotRecord.LookNotRecorded());
        }
    }

    public void record(Look look) {
        record(List.of(look));
    }

    private static AuditEntry entry(Look look, String roles) {
        Map<String, String> facts = new HashMap<>(look.facts());
        facts.put("roles", roles);
        if (!look.fields().isEmpty()) {
            facts.put("fields", SensitiveField.shown(look.fields()));
        }
        AuditEntry entry =
                AuditEntry.of(look.action(), look.subjectType(), look.subject()).with(facts);
        return look.purpose().map(entry::forPurpose).orElse(entry);
    }

    /** The trail keeps the subject alone; its name stands apart, where it can be erased. */
    private void knowAgent(Caller looking) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO agent (subject, username, known_at) VALUES (:subject, :username, :now)
                        ON CONFLICT (subject) DO UPDATE SET username = excluded.username, known_at = excluded.known_at
                        WHERE agent.username <> excluded.username
                        """)
                .bind("subject", looking.subject())
                .bind("username", looking.username())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    private static String state(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "none";
    }
}
