package ma.riaya.beneficiary.intake;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a row. */
@Schema(name = "ImportRow")
record ImportRowView(
        @Schema(examples = "1204", description = "Line in the file; the header is line 1.")
        long line,

        @Schema(examples = "created", description = "created, updated, unchanged, needs-look or refused.")
        String verdict,

        @Nullable @Schema(description = "The person, where the row has one.")
        UUID personId) {}
