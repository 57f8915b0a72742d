package ma.riaya.welfare.aidrequest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step in the life of a request. */
record MoveView(
        UUID id,

        @Nullable @Schema(description = "Null for the opening.")
        State fromState,

        State toState,

        @Schema(description = "Subject of the account that did it, or system.")
        String actor,

        @Nullable @Schema(description = "Their office at that instant; null at headquarters.", examples = "ERR")
        String actorOffice,

        Instant occurredAt,
        @Nullable String reasons) {}
