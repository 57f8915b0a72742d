package ma.riaya.beneficiary.candidate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.riaya.beneficiary.person.Category;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which persons a campaign asks for. */
record CandidatesBody(
        @NotNull @Schema(examples = "2025-07-01", description = "The day whose facts are asked for.")
        LocalDate asOf,

        @Nullable
        @Schema(
                examples = "2025-07-04T09:30:00.123456Z",
                description =
                        "The moment whose knowledge counts, now where left out; the pages after the first keep that of the first.")
        Instant knownAt,

        @NotEmpty @Size(max = 8) List<@Valid Group> groups,

        @Nullable
        @Min(1)
        @Max(1000)
        @Schema(examples = "1000", description = "How many at most, 1 to 1000; 1000 where left out.")
        Integer limit,

        @Nullable @Size(max = 3000) @Schema(description = "What the former page gave as next.")
        String cursor) {

    static final int MOST = 1000;

    @Schema(
            name = "CandidateGroup",
            description = "Those who ever held the category and whose pension is not above the bound.")
    record Group(
            @NotNull Category category,

            @NotNull @Size(max = 20) @Schema(examples = "2200.00", description = "Dirhams a month.")
            String pensionUpTo) {}

    int most() {
        return limit == null ? MOST : limit;
    }
}
