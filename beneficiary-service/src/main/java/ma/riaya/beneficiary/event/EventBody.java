package ma.riaya.beneficiary.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened in a life. */
record EventBody(
        @NotNull EventKind kind,

        @NotNull
        @Schema(
                examples = "2025-07-01",
                description = "The day; of END_OF_SCHOOLING the first day after it, which may lie ahead.")
        LocalDate day,

        @Nullable @Schema(description = "Of a DEATH, and of nothing else.")
        Manner manner,

        @Nullable
        @Schema(description = "The spouse, or the child that was born; of a REMARRIAGE where the spouse is on record.")
        UUID otherId,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Acte de décès 12/2025")
        String evidence) {}
