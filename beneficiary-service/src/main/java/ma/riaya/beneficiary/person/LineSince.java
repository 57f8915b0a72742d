package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row that was entered on a record after it was merged: it may belong to the other. Amounts and numbers are not shown. */
@Schema(name = "LineSinceMerge")
public record LineSince(
        UUID id,
        PartKind kind,
        @Nullable @Schema(examples = "WIDOWED_SPOUSE") String what,
        @Nullable UUID otherId,
        @Schema(examples = "2026-11-02") LocalDate from,
        @Nullable @Schema(examples = "2027-11-02") LocalDate until,
        @Schema(examples = "ENTRY") String source) {}
