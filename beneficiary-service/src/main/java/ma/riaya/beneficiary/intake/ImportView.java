package ma.riaya.beneficiary.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.beneficiary.person.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a file is. */
@Schema(name = "Import")
record ImportView(
        UUID id,
        ImportJob.State state,

        @Schema(examples = "PENSION_FUND", description = "Whose file it is.")
        Source source,

        @Schema(description = "DRY for a run that judges each row and changes nobody.")
        RunKind run,

        @Schema(description = "COMPLETE where whoever is not in the file is not the source's any more.")
        ImportJob.Coverage coverage,

        @Schema(description = "As it was found.") Upload.Format format,

        @Nullable @Schema(description = "As it was declared or found; null for a workbook.")
        Encoding encoding,

        @Nullable @Schema(description = "As it was declared or found; null for a workbook.")
        Separator separator,

        @Schema(description = "Hash of the bytes received.") String sha256,

        @Schema(examples = "60000", description = "Rows of the file.")
        int rows,

        @Schema(examples = "12500", description = "Rows that have their verdict.")
        int rowsDone,

        @Schema(examples = "12000") int created,
        @Schema(examples = "20") int updated,
        @Schema(examples = "470") int unchanged,

        @Schema(examples = "7", description = "Rows left out until someone has looked at them.")
        int needsLook,

        @Schema(examples = "3") int refused,

        @Schema(examples = "41", description = "Warnings given; their rows are counted among the others.")
        int warnings,

        @Schema(
                examples = "0",
                description = "Persons of the source whom a complete file lacks; nothing of them is removed.")
        int absent,

        @Nullable @Schema(description = "From where on the file cannot be read; null where it is whole.")
        Broken broken,

        @Nullable @Schema(description = "The dry run that it confirms.")
        UUID confirms,

        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(examples = "[\"read-lines\", \"confirm\"]", description = "What the reader may do now.")
        List<String> actions) {

    /** Whether a file is taken in or only judged. */
    enum RunKind {
        REAL,
        DRY;

        MergeRows.Effect effect() {
            return this == REAL ? MergeRows.Effect.WRITTEN : MergeRows.Effect.NONE;
        }

        static RunKind of(MergeRows.Effect effect) {
            return effect == MergeRows.Effect.WRITTEN ? REAL : DRY;
        }
    }

    @Schema(name = "ImportBroken", description = "From where on a file cannot be read; the rows before it stand.")
    record Broken(
            @Schema(examples = "50001") int row,
            @Schema(examples = "50002") long line,
            @Schema(examples = "import-broken-off") String code) {}

    static ImportView of(ImportJob job, boolean manager) {
        List<String> actions = new ArrayList<>(List.of("read-lines"));
        if (manager && job.state().isOpen()) {
            actions.add("cancel");
        }
        if (manager && job.isToConfirm()) {
            actions.add("confirm");
        }
        if (manager && !job.state().isOpen() && job.refused() + job.needsLook() > 0) {
            actions.add("read-corrections");
        }
        Integer row = job.brokenRow();
        Long line = job.brokenLine();
        String code = job.brokenCode();
        return new ImportView(
                job.id(),
                job.state(),
                job.source(),
                RunKind.of(job.effect()),
                job.coverage(),
                job.format(),
                job.encoding(),
                job.separator(),
                job.sha256(),
                job.rows(),
                job.rowsDone(),
                job.created(),
                job.updated(),
                job.unchanged(),
                job.needsLook(),
                job.refused(),
                job.warnings(),
                job.absent(),
                row == null || line == null || code == null ? null : new Broken(row, line, code),
                job.confirms(),
                job.requestedAt().toInstant(),
                instant(job.startedAt()),
                instant(job.endedAt()),
                actions);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
