package ma.riaya.beneficiary.rights;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of {@code correction_request}. */
@SuppressWarnings("ArrayRecordComponent")
record CorrectionRequest(
        UUID id,
        UUID personId,
        byte @Nullable [] saidSealed,
        State state,
        String filedBy,
        FiledAs filedAs,
        OffsetDateTime filedAt,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt,
        byte @Nullable [] answerSealed) {

    @Schema(name = "CorrectionRequestState")
    enum State {
        FILED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }

    enum FiledAs {
        PERSON,
        OFFICER
    }
}
