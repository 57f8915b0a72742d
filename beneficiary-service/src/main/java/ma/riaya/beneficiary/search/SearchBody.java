package ma.riaya.beneficiary.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import ma.riaya.beneficiary.person.Sex;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom one looks for; what is left out does not count. */
record SearchBody(
        @Nullable
        @Size(max = 200)
        @Schema(
                examples = "Fatimazahra Ait Ben Haddou",
                description =
                        "A name in any script and spelling, and beside it perhaps a birth date or a year, a number of identity, a professional number or the code of an office, known by their shape.")
        String q,

        @Nullable
        @Schema(examples = "1968-04-21", description = "Of those with the name, who was born then comes first.")
        LocalDate birthDate,

        @Nullable
        @Min(1850)
        @Max(2200)
        @Schema(examples = "1968", description = "The same, where only the year is known.")
        Integer birthYear,

        @Nullable @Schema(description = "Who is of the other sex comes later.")
        Sex sex,

        @Nullable @Size(max = 40) @Schema(examples = "U14233", description = "Number of the identity card.")
        String cin,

        @Nullable @Size(max = 20) @Schema(examples = "148271", description = "Professional number.")
        String matricule,

        @Nullable
        @Size(max = 80)
        @Schema(
                examples = "011 519 0000012050005349 21",
                description = "Who uses this account; for finance, auditor and registry-manager.")
        String rib,

        @Nullable
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(examples = "ERR", description = "Only persons that this office follows.")
        String office,

        @Nullable
        @Min(1)
        @Max(Paging.MOST)
        @Schema(examples = "50", description = "How many at most, 1 to 200; 50 where left out.")
        Integer limit,

        @Nullable @Size(max = 200) @Schema(description = "What the former page gave as next.")
        String cursor) {

    private static final int USUAL = 50;

    /** What is given of these, the others empty. */
    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(written -> !written.isBlank());
    }

    int most() {
        return limit == null ? USUAL : limit;
    }
}
