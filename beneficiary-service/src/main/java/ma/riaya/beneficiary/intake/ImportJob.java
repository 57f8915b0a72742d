package ma.riaya.beneficiary.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_job}. */
record ImportJob(
        UUID id,
        State state,
        String sha256,
        long bytes,
        int rows,
        int rowsDone,
        int created,
        int updated,
        int unchanged,
        int refused,
        int warnings,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }
}
