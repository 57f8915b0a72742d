package ma.riaya.welfare.payment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One move of a payment. */
record DisbursementHistoryView(
        UUID id,
        Instant occurredAt,
        @Nullable DisbursementState fromState,
        DisbursementState toState,

        @Schema(description = "Subject of the account that acted, or brought the bank's file.")
        String actor,

        @Nullable @Schema(description = "The bank's file that moved it.")
        UUID bankFile,

        @Nullable @Schema(examples = "AC04") String reason) {}
