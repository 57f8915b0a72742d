package ma.riaya.office.regionaloffice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision that appoints a head from a day on; whoever headed before serves until the day before. */
record AppointmentBody(
        @NotNull @Pattern(regexp = "^[a-z0-9][a-z0-9._-]{1,59}$") @Schema(examples = "hassan")
        String username,

        @NotNull
        @Pattern(regexp = "^[\\u0621-\\u064A][\\u0621-\\u0652\\u067E\\u06A4\\u06AD\\u06AF -]{1,99}$")
        @Schema(examples = "حسن العلوي")
        String nameAr,

        @NotNull
        @Pattern(regexp = "^[A-Za-zÀ-ÖØ-öø-ÿŒœ][A-Za-zÀ-ÖØ-öø-ÿŒœ '’-]{1,99}$")
        @Schema(examples = "Hassan El Alaoui")
        String nameFr,

        @NotNull @Pattern(regexp = "^[0-9A-Za-z][0-9A-Za-z/._-]{0,39}$") @Schema(examples = "2026/147")
        String decisionNumber,

        @NotNull @Schema(description = "First day of service.")
        LocalDate from) {}
