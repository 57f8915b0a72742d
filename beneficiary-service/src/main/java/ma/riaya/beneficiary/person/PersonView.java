package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as a reader may see it. */
@Schema(description = "A person; sensitive fields are masked unless Riaya-Purpose states a purpose.")
public record PersonView(
        UUID id,

        @Schema(examples = "CMR-000123", description = "The key that the source gave.")
        String reference,

        @Nullable @Schema(examples = "148271", description = "Professional number.")
        String matricule,

        @Schema(examples = "آيت بن حدو") String familyNameAr,
        @Schema(examples = "فاطمة الزهراء") String givenNameAr,
        @Schema(examples = "AIT BENHADDOU") String familyNameLatin,
        @Schema(examples = "Fatima Zahra") String givenNameLatin,
        Sex sex,
        @Schema(examples = "1968-04-21") LocalDate birthDate,
        @Nullable @Schema(examples = "2024-02-03") LocalDate deathDate,

        @Nullable @Schema(examples = "U•••33", description = "Number of the identity card.")
        String cin,

        @Nullable @Schema(description = "Whether the number is well formed; null without a number.")
        Boolean cinVerified,

        @Nullable
        @Schema(examples = "ERR", description = "The office that follows the person; null where none does yet.")
        String office,

        @Nullable @Schema(examples = "MA-ERR") String province,
        List<HeldCategory> categories,
        List<Link> links,

        @Nullable
        @Schema(description = "The monthly pension of today; null where there is none, or where it is masked.")
        Money pension,

        @Nullable Account account,

        @Nullable @Schema(examples = "rib-key-wrong", description = "Why the account announced last was refused.")
        String accountProblem,

        @Schema(
                examples = "[\"cin\", \"pension\", \"account\"]",
                description = "The fields that are masked for want of a purpose.")
        List<String> masked,

        @Schema(examples = "[]", description = "What of the change just made is unlikely and worth a look.")
        List<String> warnings,

        @Schema(
                examples = "[\"change\", \"add-link\"]",
                description =
                        "What the reader may do now; see-possible-doubles in the answer to an entry where the registry has someone like them.")
        List<String> actions,

        @Schema(description = "The records that were merged into this one, and answer as it.")
        List<MergedRecords.Answering> mergedRecords,

        @Nullable
        @Schema(
                description =
                        "The record asked for, where it was merged into this one, which answers for it; null otherwise.")
        UUID askedAs) {

    /** The same, with one more thing that the reader may do. */
    PersonView withAction(String action) {
        List<String> more = new ArrayList<>(actions);
        more.add(action);
        return new PersonView(
                id,
                reference,
                matricule,
                familyNameAr,
                givenNameAr,
                familyNameLatin,
                givenNameLatin,
                sex,
                birthDate,
                deathDate,
                cin,
                cinVerified,
                office,
                province,
                categories,
                links,
                pension,
                account,
                accountProblem,
                masked,
                warnings,
                List.copyOf(more),
                mergedRecords,
                askedAs);
    }

    /** The same as the answer for a record that was merged into it. */
    PersonView askedAs(UUID record) {
        return new PersonView(
                id,
                reference,
                matricule,
                familyNameAr,
                givenNameAr,
                familyNameLatin,
                givenNameLatin,
                sex,
                birthDate,
                deathDate,
                cin,
                cinVerified,
                office,
                province,
                categories,
                links,
                pension,
                account,
                accountProblem,
                masked,
                warnings,
                actions,
                mergedRecords,
                record);
    }

    @Schema(name = "HeldCategory", description = "A category held from one day until the day before another.")
    record HeldCategory(
            UUID id,
            Category category,
            @Schema(examples = "2019-02-03") LocalDate from,

            @Nullable @Schema(examples = "2024-05-01", description = "The first day on which it is held no more.")
            LocalDate until,

            @Nullable @Schema(examples = "REMARRIED") String endReason,

            @Nullable
            @Schema(
                    examples = "Acte 12/2019",
                    description = "What shows it, which may tell of an illness: null unless a purpose covers health.")
            String evidence) {}

    @Schema(name = "PersonLink", description = "This person is the kind of the other.")
    record Link(
            UUID id,
            LinkKind kind,
            UUID personId,
            @Schema(examples = "1989-08-17") LocalDate from,
            @Nullable @Schema(examples = "2019-02-03") LocalDate until,
            @Nullable @Schema(examples = "DIVORCED") String endReason) {}

    @Schema(name = "PersonAccount")
    record Account(
            @Schema(examples = "MA64 •••• •••• 4921") String ibanMasked,

            @Nullable
            @Schema(
                    examples = "MA64011519000001205000534921",
                    description = "Only with a purpose, to finance, auditors and registry managers.")
            String iban) {}
}
