package ma.riaya.beneficiary.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.person.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as entered, and what follows from it. */
@Schema(name = "LifeEvent")
record EventView(
        UUID id,
        UUID personId,
        EventKind kind,
        @Nullable Manner manner,
        @Schema(examples = "2025-07-01") LocalDate day,
        @Nullable UUID otherId,

        @Nullable
        @Schema(
                examples = "Acte de décès 12/2025",
                description =
                        "Of an injury or a disability only where a purpose covers health; null in the answer to its entry, which is kept.")
        String evidence,

        Standing standing,

        @Nullable @Schema(description = "The event that this one takes the place of.")
        UUID corrects,

        @Nullable @Schema(description = "The event that takes the place of this one.")
        UUID correctedBy,

        @Nullable @Schema(description = "Why it corrects or withdraws another.")
        String reason,

        @Schema(description = "Subject of the account.") String enteredBy,
        @Nullable @Schema(examples = "RAB") String enteredFrom,
        Instant enteredAt,

        @Schema(
                description =
                        "What follows from it by the rules, as it stands now; nothing from one that stands no more.")
        List<Consequence> consequences,

        @Schema(examples = "[]", description = "What of the entry just made is unlikely and worth a look.")
        List<String> warnings,

        @Schema(examples = "[\"correct\"]", description = "What the reader may do now.")
        List<String> actions) {

    /** Whether something follows from it. */
    enum Standing {
        STANDS,
        CORRECTED,
        /** It only takes another back. */
        WITHDRAWAL
    }

    @Schema(name = "EventConsequence")
    record Consequence(
            UUID personId,
            Step.Act act,
            @Nullable Category category,
            @Nullable LinkKind link,
            @Nullable UUID otherId,
            @Nullable @Schema(examples = "DIED") String reason,
            Outcome outcome,

            @Nullable
            @Schema(
                    description =
                            "Of a conflict, what a source or a hand says and what therefore stands; somebody looks at it.")
            Against against) {}

    @Schema(name = "StandsAgainst")
    record Against(
            Source source,
            @Schema(examples = "2024-12-01") LocalDate from,
            @Nullable @Schema(examples = "2025-06-01") LocalDate until,
            @Nullable @Schema(examples = "RETIRED") String endReason) {}
}
