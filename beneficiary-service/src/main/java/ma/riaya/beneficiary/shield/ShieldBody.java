package ma.riaya.beneficiary.shield;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to be shielded, and who may still see them. */
record ShieldBody(
        @NotNull UUID personId,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}")
        @Schema(
                examples = "DESK-S",
                description = "The code of an office, or a group that the access token carries in units.")
        String unit,

        @Nullable @Schema(examples = "2030-01-01", description = "The first day on which it protects no more.")
        LocalDate until,

        @NotBlank @Size(max = 500) @Schema(examples = "Protected function, note 12/2026")
        String reason) {}
