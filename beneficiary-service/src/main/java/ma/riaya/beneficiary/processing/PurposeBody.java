package ma.riaya.beneficiary.processing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import ma.riaya.beneficiary.protection.SensitiveField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A purpose as it is to be from its approval on. */
record PurposeBody(
        @NotBlank @Size(max = 200) @Schema(examples = "دراسة طلب مساعدة")
        String titleAr,

        @NotBlank @Size(max = 200) @Schema(examples = "Instruction d’une demande d’aide")
        String titleFr,

        @Nullable
        @Size(min = 1, max = 80)
        @Schema(
                examples = "A-INS-214/2026",
                description =
                        "Reference of the authorisation that the CNDP gave; left out, nothing is read for this purpose.")
        String authorisation,

        @Nullable @Schema(examples = "2030-12-31", description = "The last day of the authorisation.")
        LocalDate authorisedUntil,

        @NotBlank @Size(max = 300) @Schema(examples = "Loi 09-08, articles 4 et 12")
        String legalBasis,

        @NotEmpty @Size(max = 4) @Schema(description = "The sensitive fields that it covers.")
        List<@NotNull SensitiveField> fields,

        @NotEmpty @Size(max = 8) @Schema(examples = "[\"officer\"]", description = "The roles that may state it.")
        List<
                        @NotNull
                        @Pattern(
                                regexp =
                                        "officer|office-head|committee|finance|auditor|registry-manager|admin|beneficiary")
                        String>
                roles,

        @NotNull
        @Min(1)
        @Max(1200)
        @Schema(examples = "120", description = "Months that what it serves is kept after the person's last right.")
        Integer retentionMonths) {}
