package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import org.jspecify.annotations.Nullable;

/** A row that a record holds, of whatever table: for which period, and how its source states it where an event ended it otherwise. It was written for one person, and may be repointed to another. */
@SuppressWarnings("ArrayRecordComponent")
record RecordPart(
        UUID id,
        PartKind kind,
        UUID personId,
        UUID writtenFor,
        @Nullable String what,
        @Nullable UUID otherId,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String endReason,
        @Nullable String evidence,
        String source,
        boolean cut,
        @Nullable LocalDate statedUntil,
        @Nullable String statedEndReason,
        @Nullable UUID endedBy,
        boolean derived,
        byte @Nullable [] sealed) {

    /** The same with its evidence in words: it is sealed for the person that the row was written for. */
    RecordPart opened(SealedText texts) {
        return new RecordPart(
                id,
                kind,
                personId,
                writtenFor,
                what,
                otherId,
                from,
                until,
                endReason,
                texts.open(writtenFor, evidence),
                source,
                cut,
                statedUntil,
                statedEndReason,
                endedBy,
                derived,
                sealed);
    }

    /** The same row of whoever stands for the one. */
    RecordPart repointed(UUID one, UUID to) {
        return new RecordPart(
                id,
                kind,
                personId.equals(one) ? to : personId,
                writtenFor,
                what,
                one.equals(otherId) ? to : otherId,
                from,
                until,
                endReason,
                evidence,
                source,
                cut,
                statedUntil,
                statedEndReason,
                endedBy,
                derived,
                sealed);
    }

    /** Whether both cannot stand at once: one pension, one payee, one account, each category and each link once at a time. */
    boolean excludes(RecordPart other) {
        boolean sameThing = kind == other.kind
                && personId.equals(other.personId)
                && switch (kind) {
                    case CATEGORY -> Objects.equals(what, other.what);
                    case LINK -> Objects.equals(what, other.what) && Objects.equals(otherId, other.otherId);
                    case PENSION, PAYEE, ACCOUNT -> true;
                    case EVENT -> false;
                };
        return sameThing && (kind == PartKind.ACCOUNT || overlaps(other));
    }

    private boolean overlaps(RecordPart other) {
        return (until == null || other.from.isBefore(until)) && (other.until == null || from.isBefore(other.until));
    }

    /** Whether both state the same: an event that ends a row, or ends it no more, makes another row of the same statement. */
    boolean statesTheSameAs(RecordPart other) {
        return kind == other.kind
                && personId.equals(other.personId)
                && Objects.equals(what, other.what)
                && Objects.equals(otherId, other.otherId)
                && from.equals(other.from)
                && Objects.equals(cut ? statedUntil : until, other.cut ? other.statedUntil : other.until)
                && Objects.equals(
                        cut ? statedEndReason : endReason, other.cut ? other.statedEndReason : other.endReason)
                && Objects.equals(evidence, other.evidence)
                && source.equals(other.source)
                && derived == other.derived;
    }

    boolean touches(UUID person) {
        return personId.equals(person) || person.equals(otherId);
    }

    /** A value may be sealed. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
