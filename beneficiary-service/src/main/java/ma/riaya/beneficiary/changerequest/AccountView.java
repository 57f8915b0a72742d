package ma.riaya.beneficiary.changerequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.person.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the counter tells a family about its accounts. */
@Schema(name = "PersonAccounts")
record AccountView(
        UUID personId,

        @Schema(description = "The last approved first; the numbers are masked.")
        List<One> accounts,

        @Schema(description = "Open requests for another account, the oldest first.")
        List<UUID> openRequests) {

    /** Whether it is paid to. */
    enum Standing {
        /** It is the one to pay into. */
        IN_USE,
        /** It is approved, and rests before anything is paid to it. */
        RESTING,
        FORMER
    }

    @Schema(name = "AccountOfPerson")
    record One(
            @Schema(examples = "MA64 •••• •••• 4921") String ibanMasked,
            Standing standing,

            @Schema(examples = "2026-12-01", description = "The first day on which it may be paid to.")
            LocalDate payableFrom,

            @Nullable @Schema(description = "When another takes its place, or took it.")
            Instant until,

            Source source,

            @Nullable @Schema(description = "The approved request that it came by.")
            UUID request) {}
}
