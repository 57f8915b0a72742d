package ma.riaya.beneficiary.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What held on a day, as it was known at a moment: asked with both again, it is answered alike for ever. */
sealed interface OnDay {

    @Schema(name = "CategoriesOnDay", description = "The categories held on a day, as known at a moment.")
    record Categories(
            UUID personId,
            @Schema(examples = "2025-07-01") LocalDate on,
            Instant knownAt,

            @Nullable @Schema(examples = "2025-03-11", description = "Where the person had died by that day.")
            LocalDate deathDate,

            List<PersonView.HeldCategory> categories)
            implements OnDay {}

    @Schema(name = "LinksOnDay", description = "The links to and from a person on a day, as known at a moment.")
    record Links(
            UUID personId, @Schema(examples = "2025-07-01") LocalDate on, Instant knownAt, List<Link> links)
            implements OnDay {}

    @Schema(name = "LinkOnDay", description = "The one person is the kind of the other.")
    record Link(
            UUID id,
            UUID personId,
            LinkKind kind,
            UUID otherId,
            @Schema(examples = "1989-08-17") LocalDate from,
            @Nullable @Schema(examples = "2019-02-03") LocalDate until,
            @Nullable @Schema(examples = "DIVORCED") String endReason)
            implements OnDay {}

    @Schema(name = "PensionOnDay", description = "The monthly pension of a day, as known at a moment.")
    record Pension(
            UUID personId,
            @Schema(examples = "2025-07-01") LocalDate on,
            Instant knownAt,

            @Nullable @Schema(description = "Null where none is known.")
            Money pension)
            implements OnDay {}
}
