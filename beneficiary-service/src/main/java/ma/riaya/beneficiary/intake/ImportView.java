package ma.riaya.beneficiary.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a file is. */
@Schema(name = "Import")
record ImportView(
        UUID id,
        ImportJob.State state,
        @Schema(description = "Hash of the bytes received.") String sha256,

        @Schema(examples = "60000", description = "Rows of the file.")
        int rows,

        @Schema(examples = "12500", description = "Rows that have their verdict.")
        int rowsDone,

        @Schema(examples = "12000") int created,
        @Schema(examples = "20") int updated,
        @Schema(examples = "477") int unchanged,
        @Schema(examples = "3") int refused,

        @Schema(examples = "41", description = "Warnings given; their rows are counted among the others.")
        int warnings,

        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(examples = "[\"read-lines\"]", description = "What the reader may do now.")
        List<String> actions) {

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.state(),
                job.sha256(),
                job.rows(),
                job.rowsDone(),
                job.created(),
                job.updated(),
                job.unchanged(),
                job.refused(),
                job.warnings(),
                job.requestedAt().toInstant(),
                instant(job.startedAt()),
                instant(job.endedAt()),
                List.of("read-lines"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
