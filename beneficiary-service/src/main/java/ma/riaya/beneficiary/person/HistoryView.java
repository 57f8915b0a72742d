package ma.riaya.beneficiary.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was known of a person: what, from whom, since when and until when. */
@Schema(name = "KnownFact", description = "Something known of a person, and when it was known.")
record HistoryView(
        UUID id,
        Fact fact,

        @Nullable
        @Schema(
                examples = "WIDOWED_SPOUSE",
                description = "The category, what one person is to the other, or why another is paid.")
        String what,

        @Nullable @Schema(description = "Of a link, who is it to the other; of a payee, who is paid.")
        UUID linkedId,

        @Nullable @Schema(description = "Of a link, the other; of a payee, for whom.")
        UUID otherId,

        @Schema(examples = "2019-02-03", description = "The first day; of a birth or a death the day.")
        LocalDate from,

        @Nullable @Schema(examples = "2024-05-01", description = "The first day on which it is so no more.")
        LocalDate until,

        @Nullable @Schema(examples = "REMARRIED") String endReason,
        @Nullable @Schema(examples = "Acte 12/2019") String evidence,

        @Nullable @Schema(description = "The monthly pension, where a purpose is stated.")
        Money amount,

        @Schema(examples = "PENSION_FUND") String source,

        @Nullable @Schema(description = "The life event that opened it.")
        UUID foundedBy,

        @Nullable @Schema(description = "The life event that ended it.")
        UUID endedBy,

        Learnt known,

        @Nullable @Schema(description = "How it came to be known no more; null while it is what is known.")
        Learnt superseded) {

    /** What a row tells. */
    enum Fact {
        CATEGORY,
        PENSION,
        LINK,
        PAYEE,
        BIRTH,
        DEATH
    }

    /** When something came to be known, from whom and why. */
    @Schema(name = "Learnt", description = "When something came to be known, from whom and why.")
    record Learnt(
            Instant at,

            @Schema(description = "Subject of the account, or system.")
            String by,

            @Nullable @Schema(examples = "RAB") String office,
            Knowledge.Cause cause,

            @Nullable @Schema(description = "The import, the event or the request for a change.")
            UUID about,

            @Nullable String reason) {}
}
