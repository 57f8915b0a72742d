package ma.riaya.beneficiary.shield;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of {@code shield}. */
@SuppressWarnings("ArrayRecordComponent")
record Shield(
        UUID id,
        UUID personId,
        String unit,
        byte[] reasonSealed,
        @Nullable LocalDate until,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String endProposedBy,
        @Nullable OffsetDateTime endedAt,
        long version) {

    @Schema(name = "ShieldState")
    enum State {
        PROPOSED,
        IN_FORCE,
        END_PROPOSED,
        ENDED,
        REFUSED
    }

    /** Whose act waits for a second person; null where none does. */
    @Nullable
    String waitsFor() {
        return switch (state) {
            case PROPOSED -> proposedBy;
            case END_PROPOSED -> endProposedBy;
            case IN_FORCE, ENDED, REFUSED -> null;
        };
    }
}
