package ma.riaya.beneficiary.person;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has to be chosen before two records become one. */
@Schema(name = "MergePreview")
public record MergePreview(
        RecordSide survivor,
        RecordSide merged,

        @Schema(description = "Fields in which both have a value, and not the same.")
        List<Field> toChoose,

        @Schema(description = "Fields that the record which goes has alone; they are carried unless another is chosen.")
        List<Field> carried,

        @Schema(description = "Rows of both that cannot stand at once: one of each two is to be dropped.")
        List<Conflict> conflicts) {

    /** A row of the survivor and one of the other record. */
    @Schema(name = "MergeConflict")
    public record Conflict(PartKind kind, UUID one, UUID other) {}
}
