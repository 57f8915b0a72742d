package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of two records that are compared. */
@Schema(name = "RecordSide")
public record RecordSide(
        UUID id,
        @Schema(examples = "CMR-000123") String reference,
        @Nullable @Schema(examples = "148271") String matricule,
        @Schema(examples = "آيت بن حدو") String familyNameAr,
        @Schema(examples = "فاطمة الزهراء") String givenNameAr,
        @Schema(examples = "AIT BENHADDOU") String familyNameLatin,
        @Schema(examples = "Fatima Zahra") String givenNameLatin,
        Sex sex,
        @Schema(examples = "1968-04-21") LocalDate birthDate,
        @Nullable @Schema(examples = "2024-02-03") LocalDate deathDate,
        @Nullable @Schema(examples = "U•••33") String cinMasked,

        @Nullable @Schema(description = "Whether the number is well formed; null without a number.")
        Boolean cinVerified,

        @Nullable @Schema(examples = "MA-ERR") String province,
        @Nullable @Schema(examples = "ERR") String office,
        @Nullable @Schema(examples = "MA64 •••• •••• 4921") String accountMasked,
        List<Held> categories,
        List<Link> links,
        @Schema(examples = "3") long version) {

    @Schema(name = "RecordSideCategory")
    public record Held(
            UUID id,
            Category category,
            @Schema(examples = "2019-02-03") LocalDate from,
            @Nullable @Schema(examples = "2024-05-01") LocalDate until,
            @Nullable @Schema(examples = "REMARRIED") String endReason) {}

    @Schema(name = "RecordSideLink", description = "This person is the kind of the other.")
    public record Link(
            UUID id,
            LinkKind kind,
            UUID personId,
            @Schema(examples = "1989-08-17") LocalDate from,
            @Nullable @Schema(examples = "2019-02-03") LocalDate until) {}

    /** A name is never logged. */
    @Override
    public String toString() {
        return "record " + id;
    }
}
