package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import ma.riaya.kit.identity.Acting;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** When something came to be known, from whom and why: the second of the two times. */
@Singleton
public class Knowledge {

    private static final UUID NOTHING = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Acting acting;
    private final SealedText texts;

    Knowledge(Jdbi jdbi, Acting acting, SealedText texts) {
        this.jdbi = jdbi;
        this.acting = acting;
        this.texts = texts;
    }

    /** What makes something known. */
    public enum Cause {
        /** What stood before knowledge was kept. */
        BEGINNING,
        /** A hand entered or corrected it. */
        ENTRY,
        /** A file of a source said it. */
        IMPORT,
        /** It follows from an event of a life. */
        EVENT,
        /** Time itself fulfilled a rule, such as an age reached. */
        RULE,
        /** Two records became one. */
        MERGE,
        /** They are two again. */
        UNMERGE,
        /** Nobody said. */
        UNSTATED
    }

    /** The bounds of what may be asked. */
    private record Bounds(OffsetDateTime beginning, OffsetDateTime now) {}

    /** Says why the registry is about to change, once in a transaction and before the first change; who says it first is heard. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(Cause cause, @Nullable UUID about, @Nullable String reason) {
        Acting.Actor actor = acting.now();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT knowledge_begin(:actor, CAST(:office AS text), :cause, CAST(:about AS uuid), CAST(:reason AS text))")
                .bind("actor", actor.subject())
                .bind("office", actor.office().orElse(null))
                .bind("cause", cause.name())
                .bind("about", about)
                .bind("reason", texts.close(about == null ? NOTHING : about, reason))
                .mapTo(Long.class)
                .one());
    }

    /**
     * The moment to answer for: the one asked for, or now.
     *
     * <p>All that was known at that moment is seen by the statements that follow, and nothing that came after it counts:
     * the same question gets the same answer for ever.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant at(@Nullable Instant asked) {
        Bounds bounds = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT (SELECT known_at FROM knowledge WHERE id = 0) AS beginning, knowledge_moment() AS now")
                .mapTo(Bounds.class)
                .one());
        if (asked == null) {
            return bounds.now().toInstant();
        }
        Instant moment = asked.truncatedTo(ChronoUnit.MICROS);
        if (moment.isAfter(bounds.now().toInstant())) {
            throw new RefusedException(new CannotKnow.MomentToCome(asked.toString()));
        }
        if (moment.isBefore(bounds.beginning().toInstant())) {
            throw new RefusedException(new CannotKnow.MomentBeforeMemory(
                    asked.toString(), bounds.beginning().toInstant().toString()));
        }
        return moment;
    }

    /** A reason as it was given; it is bound to what it is about. */
    static @Nullable String told(SealedText texts, @Nullable UUID about, @Nullable String reason) {
        return texts.open(about == null ? NOTHING : about, reason);
    }

    /** As a statement binds it. */
    static OffsetDateTime bound(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** The condition that a row of two times was known at {@code :knownAt}; looked up row by row, so that an index still gives the order. */
    static String knownAt(String row) {
        return """
                (SELECT known_at FROM knowledge WHERE id = %1$s.known_from) <= :knownAt
                AND (%1$s.known_until IS NULL OR (SELECT known_at FROM knowledge WHERE id = %1$s.known_until) > :knownAt)
                """.formatted(row);
    }
}
