package ma.riaya.beneficiary.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was refused or doubted in one row. */
@Schema(name = "ImportLine")
record ImportLineView(
        @Schema(examples = "1204", description = "Line in the file; the header is line 1; 0 for who is absent from it.")
        long line,

        @Schema(examples = "warning", description = "refused, needs-look, warning or absent.")
        String verdict,

        @Nullable @Schema(examples = "CMR-000123") String reference,
        @Schema(examples = "rib-key-wrong") String code,

        @Schema(description = "What is wrong, in the reader's language.")
        String title,

        @Schema(description = "What to correct, in the reader's language.")
        String detail) {}
