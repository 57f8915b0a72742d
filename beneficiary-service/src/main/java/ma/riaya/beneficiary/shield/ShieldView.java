package ma.riaya.beneficiary.shield;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shield, as members of its unit see it. */
@Schema(name = "Shield")
record ShieldView(
        UUID id,
        UUID personId,
        @Schema(examples = "DESK-S") String unit,
        @Nullable LocalDate until,
        Shield.State state,

        @Nullable @Schema(description = "Why; null in the answer to an act, which is kept.")
        String reason,

        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,

        @Nullable @Schema(description = "When it was approved or refused; it protects from its approval on.")
        Instant decidedAt,

        @Nullable Instant endedAt,

        @Schema(examples = "[\"approve\", \"refuse\"]", description = "What the reader may do now.")
        List<String> actions) {}
