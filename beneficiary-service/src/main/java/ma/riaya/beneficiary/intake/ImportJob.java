package ma.riaya.beneficiary.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.beneficiary.person.Source;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_job}. */
record ImportJob(
        UUID id,
        State state,
        Source source,
        Coverage coverage,
        MergeRows.Effect effect,
        Upload.Format format,
        @Nullable Encoding encoding,
        @Nullable Separator separator,
        List<String> header,
        String sha256,
        long bytes,
        int rows,
        int rowsDone,
        int created,
        int updated,
        int unchanged,
        int needsLook,
        int refused,
        int warnings,
        int absent,
        int partsDone,
        @Nullable Integer brokenRow,
        @Nullable Long brokenLine,
        @Nullable String brokenCode,
        @Nullable UUID confirms,
        boolean confirmed,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        List<String> sight) {

    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isOpen() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /** Whether whoever is not in the file is not the source's any more. */
    enum Coverage {
        PARTIAL,
        COMPLETE
    }

    boolean isToConfirm() {
        return state == State.DONE && effect == MergeRows.Effect.NONE && !confirmed;
    }

    /** A file that breaks off says nothing of whom it lacks. */
    boolean tellsWhoIsAbsent() {
        return coverage == Coverage.COMPLETE && brokenRow == null;
    }
}
