package ma.riaya.beneficiary.person;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** This person is the kind of the other, for a period. */
record LinkBody(
        @NotNull LinkKind kind,
        @NotNull @Schema(description = "The other person.") UUID personId,
        @NotNull @Schema(examples = "1989-08-17") LocalDate from,

        @Nullable @Schema(examples = "2019-02-03", description = "The first day on which it is so no more.")
        LocalDate until) {

    Period period() {
        return new Period(from, until);
    }
}
