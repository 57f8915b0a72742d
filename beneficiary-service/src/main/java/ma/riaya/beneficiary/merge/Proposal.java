package ma.riaya.beneficiary.merge;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of {@code person_merge}. */
@SuppressWarnings("ArrayRecordComponent")
record Proposal(
        UUID id,
        Kind kind,
        UUID survivor,
        UUID merged,
        @Nullable UUID undoes,
        State state,
        String choices,
        List<UUID> lines,
        List<UUID> requests,
        byte[] reasonSealed,
        long survivorVersion,
        long mergedVersion,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        byte @Nullable [] decisionSealed,
        long version) {

    @Schema(name = "MergeKind")
    enum Kind {
        MERGE,
        UNMERGE
    }

    @Schema(name = "MergeState")
    enum State {
        PROPOSED,
        DONE,
        REJECTED,
        WITHDRAWN
    }

    boolean isOpen() {
        return state == State.PROPOSED;
    }
}
