package ma.riaya.welfare.payment;

import java.time.Instant;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment batch as a list shows it. */
@Schema(name = "PaymentBatchSummary")
record BatchSummary(
        UUID id,
        @Schema(examples = "PAY-2025-000001") String number,
        BatchState state,

        @Schema(description = "How many payments.", examples = "4798")
        int lines,

        @Schema(description = "Their sum.") Money total,
        @Schema(description = "Subject of the account.") String preparedBy,
        Instant preparedAt,

        @Nullable @Schema(description = "Subject of the account.")
        String releasedBy,

        @Nullable Instant releasedAt,
        @Nullable Instant writtenAt) {

    static BatchSummary of(Batch batch) {
        return new BatchSummary(
                batch.id(),
                batch.number(),
                batch.state(),
                batch.lines(),
                batch.total(),
                batch.preparedBy(),
                batch.preparedAt(),
                batch.releasedBy(),
                batch.releasedAt(),
                batch.writtenAt());
    }
}
