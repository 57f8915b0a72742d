package ma.riaya.beneficiary.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.person.Holding;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one event for one category or link.
 *
 * @param id its row; null for one that is not written yet
 * @param key what is opened or closed; of a death only the person
 */
record Step(
        @Nullable UUID id,
        UUID event,
        EventKind kind,
        LocalDate day,
        @Nullable String evidence,
        Act act,
        Holding.Key key,
        @Nullable String reason) {

    enum Act {
        OPEN,
        CLOSE,
        /** Enters the death itself. */
        DIE,
        /** Moves the age limit of an entitled child. */
        SCHOOLED,
        /** Lifts it. */
        UNLIMITED
    }

    /** As life went: by day, and on one day as entered. */
    static final Comparator<Step> AS_LIFE_WENT =
            Comparator.comparing(Step::day).thenComparing(step -> step.event().toString());

    static Step of(LifeEvent event, Act act, Holding.Key key, @Nullable String reason) {
        return new Step(null, event.id(), event.kind(), event.day(), event.shownEvidence(), act, key, reason);
    }

    boolean saysTheSameAs(Step other) {
        return event.equals(other.event)
                && act == other.act
                && key.equals(other.key)
                && Objects.equals(reason, other.reason);
    }
}
