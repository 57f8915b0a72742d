package ma.riaya.beneficiary.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is paid for a person on a day, as known at a moment. */
@Schema(name = "PayeeOnDay")
record PayeeView(
        UUID personId,
        @Schema(examples = "2025-07-01") LocalDate on,
        Instant knownAt,

        @Nullable
        @Schema(description = "Null where the person is a minor for whom nobody is named and no single guardian known.")
        UUID payeeId,

        Ground ground,
        @Nullable @Schema(examples = "2019-02-03") LocalDate from,
        @Nullable @Schema(examples = "2024-05-01") LocalDate until,

        @Nullable
        @Schema(
                examples = "Acte de tutelle 12/2019",
                description =
                        "Null of someone who cannot act, since it may tell of an illness: the history shows it where a purpose covers health.")
        String evidence) {

    /** Why it is that one. */
    enum Ground {
        /** Of age, and able to act. */
        SELF,
        /** Named for a minor. */
        MINOR,
        /** Named for someone who cannot act. */
        INCAPABLE,
        /** The only guardian of a minor for whom nobody is named. */
        GUARDIAN,
        /** Nobody. */
        NONE
    }
}
