package ma.riaya.beneficiary.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.riaya.beneficiary.name.NamePart;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as entered or corrected by hand. */
public record PersonBody(
        @Nullable
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9/-]{0,39}")
        @Schema(
                examples = "CMR-000123",
                description = "The source's key; given by the registry where left out. It never changes.")
        String reference,

        @Nullable @Pattern(regexp = "[0-9A-Za-z/-]{1,20}") @Schema(examples = "148271")
        String matricule,

        @Nullable
        @Size(max = 40)
        @PlainText
        @Schema(
                examples = "U14233",
                description =
                        "Number of the identity card; kept as unverified where not well formed. Left out, it stays as it was.")
        String cin,

        @NotBlank @Size(max = 120) @Schema(examples = "آيت بن حدو")
        String familyNameAr,

        @NotBlank @Size(max = 120) @Schema(examples = "فاطمة الزهراء")
        String givenNameAr,

        @NotBlank @Size(max = 120) @Schema(examples = "AIT BENHADDOU")
        String familyNameLatin,

        @NotBlank @Size(max = 120) @Schema(examples = "Fatima Zahra")
        String givenNameLatin,

        @NotNull Sex sex,
        @NotNull @Schema(examples = "1968-04-21") LocalDate birthDate,

        @Nullable @Schema(examples = "2024-02-03", description = "Entered by a registry manager only.")
        LocalDate deathDate,

        @Nullable @Pattern(regexp = "MA-[A-Z]{3}") @Schema(examples = "MA-ERR")
        String province,

        @Nullable @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "ERR")
        String office,

        @Nullable
        @Size(max = 200)
        @PlainText
        @Schema(
                examples = "Acte de naissance 51/1968",
                description = "Of a change of identity, the paper that shows it.")
        String evidence,

        @Nullable
        @Size(max = 1000)
        @PlainText
        @Schema(examples = "كتب الاسم خطأ", description = "Of a change of identity, why it is asked for.")
        String reason) {

    Identity identity() {
        return new Identity(
                matricule,
                Cin.parse(cin),
                new PersonName(
                        NamePart.FAMILY_AR.taken(familyNameAr),
                        NamePart.GIVEN_AR.taken(givenNameAr),
                        NamePart.FAMILY_LATIN.taken(familyNameLatin),
                        NamePart.GIVEN_LATIN.taken(givenNameLatin)),
                sex,
                birthDate,
                deathDate,
                province,
                office);
    }
}
