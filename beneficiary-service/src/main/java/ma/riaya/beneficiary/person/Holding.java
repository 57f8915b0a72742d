package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category or a link as it is known now: what is held, for which period, who says so, and which events made it so.
 *
 * @param id its row; null for one that is about to be written
 * @param stated how it ends as its source states it, where an event or an age ended it otherwise
 * @param foundedBy the event that opened it; null for what a source or a hand states
 * @param endedBy the event that ended it
 */
public record Holding(
        @Nullable UUID id,
        Key key,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String endReason,
        @Nullable String evidence,
        Source source,
        @Nullable Stated stated,
        @Nullable UUID foundedBy,
        @Nullable UUID endedBy) {

    /** What is held: a category of a person, or what the person is to another. */
    public record Key(
            UUID person,
            @Nullable Category category,
            @Nullable LinkKind link,
            @Nullable UUID other) {

        public static Key of(UUID person, Category category) {
            return new Key(person, category, null, null);
        }

        public static Key of(UUID person, LinkKind link, UUID other) {
            return new Key(person, null, link, other);
        }
    }

    /** How something ends as its source states it. */
    public record Stated(
            @Nullable LocalDate until, @Nullable String endReason) {}

    /** What an event opens. */
    public static Holding founded(Key key, LocalDate from, @Nullable String evidence, UUID event) {
        return new Holding(null, key, from, null, null, evidence, Source.EVENT, null, event, null);
    }

    /** As its source states it, whatever events made of it. */
    public Holding asStated() {
        return stated == null
                ? this
                : new Holding(
                        id, key, from, stated.until(), stated.endReason(), evidence, source, null, foundedBy, null);
    }

    /** As it is known, from now on as if its source had stated it so. */
    public Holding asKnown() {
        return new Holding(id, key, from, until, endReason, evidence, source, null, foundedBy, null);
    }

    /** The same ended on a day by an event, or by an age where none is named. */
    public Holding endedOn(LocalDate day, String reason, @Nullable UUID event) {
        Stated before = foundedBy != null ? null : stated != null ? stated : new Stated(until, endReason);
        return new Holding(id, key, from, day, reason, evidence, source, before, foundedBy, event);
    }

    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && lastsBeyond(day);
    }

    /** Whether it holds on some day after the one before this. */
    public boolean lastsBeyond(LocalDate day) {
        LocalDate end = until;
        return end == null || end.isAfter(day);
    }

    /** Whether both say the same, whatever their rows. */
    public boolean saysTheSameAs(Holding other) {
        return key.equals(other.key)
                && from.equals(other.from)
                && Objects.equals(until, other.until)
                && Objects.equals(endReason, other.endReason)
                && Objects.equals(evidence, other.evidence)
                && source == other.source
                && Objects.equals(stated, other.stated)
                && Objects.equals(foundedBy, other.foundedBy)
                && Objects.equals(endedBy, other.endedBy);
    }
}
