package ma.riaya.office.regionaloffice;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One head's service at an office, from its first day until the day that is its successor's first. */
record AppointmentView(
        UUID id,
        @Schema(examples = "ERR") String office,
        @Schema(examples = "hassan") String username,
        @Schema(examples = "حسن العلوي") String nameAr,
        @Schema(examples = "Hassan El Alaoui") String nameFr,
        @Schema(examples = "2026/147") String decisionNumber,
        @Schema(description = "First day of service.") LocalDate from,

        @Nullable
        @Schema(nullable = true, description = "The day after the last; null while no successor is appointed.")
        LocalDate until) {}
