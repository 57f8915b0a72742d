package ma.riaya.beneficiary.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import org.jspecify.annotations.Nullable;

/** Something that happened in a life, as entered; another event corrects or withdraws it. */
record LifeEvent(
        UUID id,
        UUID personId,
        EventKind kind,
        @Nullable Manner manner,
        LocalDate day,
        @Nullable UUID otherId,
        String evidence,
        @Nullable UUID corrects,
        Effect effect,
        @Nullable String reason,
        String enteredBy,
        @Nullable String enteredFrom,
        Instant enteredAt,
        @Nullable UUID correctedBy) {

    enum Effect {
        STATED,
        /** Nothing takes the place of the event that it names. */
        WITHDRAWN
    }

    /** Whether something follows from it. */
    boolean stands() {
        return effect == Effect.STATED && correctedBy == null;
    }

    /** As it was entered, where it comes from the table: its words are sealed for the record that it was entered on. */
    LifeEvent opened(SealedText texts, UUID writtenFor) {
        return new LifeEvent(
                id,
                personId,
                kind,
                manner,
                day,
                otherId,
                Objects.requireNonNull(texts.open(writtenFor, evidence)),
                corrects,
                effect,
                texts.open(writtenFor, reason),
                enteredBy,
                enteredFrom,
                enteredAt,
                correctedBy);
    }

    /** What a category or a link that it opens shows as its evidence: never a word on health. */
    @Nullable
    String shownEvidence() {
        return kind.isOfHealth() ? null : evidence;
    }
}
