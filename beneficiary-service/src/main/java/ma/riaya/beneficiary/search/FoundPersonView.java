package ma.riaya.beneficiary.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person found; of another office's persons the name, the office and the id alone are told. */
@Schema(name = "FoundPerson")
record FoundPersonView(
        UUID id,
        @Nullable @Schema(examples = "CMR-000123") String reference,
        @Schema(examples = "آيت بن حدو") String familyNameAr,
        @Schema(examples = "فاطمة الزهراء") String givenNameAr,
        @Schema(examples = "AIT BENHADDOU") String familyNameLatin,
        @Schema(examples = "Fatima Zahra") String givenNameLatin,
        @Nullable @Schema(examples = "1968-04-21") LocalDate birthDate,
        @Nullable @Schema(examples = "ERR") String office,

        @Schema(examples = "0.97", description = "How close, from 0 to 1.")
        double score,

        @Schema(
                examples = "other-spelling",
                description =
                        "same-name, other-spelling, similar-name, cin, matricule, account, birth-date, or listed where nobody was looked for.")
        String why,

        @Schema(
                description =
                        "What agrees and how, part by part; of another office's persons the parts of the name alone.")
        List<Reason> reasons,

        @Schema(examples = "[\"read\"]", description = "What the reader may do now.")
        List<String> actions) {}
