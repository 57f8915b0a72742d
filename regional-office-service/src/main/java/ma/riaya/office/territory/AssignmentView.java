package ma.riaya.office.territory;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which office served a province from when to when, and why. */
record AssignmentView(
        UUID id,
        @Schema(examples = "MA-ERR") String province,

        @Nullable @Schema(nullable = true, examples = "ERR", description = "null while no office served it.")
        String office,

        Instant from,

        @Nullable @Schema(nullable = true, description = "Not included; null while it runs.")
        Instant until,

        @Schema(examples = "تقريب المصلحة من الأسر القاطنة بالإقليم")
        String reason) {}
