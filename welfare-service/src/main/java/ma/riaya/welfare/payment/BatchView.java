package ma.riaya.welfare.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment batch as its reader sees it. */
@Schema(name = "PaymentBatchView")
record BatchView(
        UUID id,
        @Schema(examples = "PAY-2025-000001") String number,
        BatchState state,

        @Schema(
                description = "How many payments, as it was prepared; states tells how many were stopped since.",
                examples = "4798")
        int lines,

        @Schema(description = "Their sum, as it was prepared.")
        Money total,

        @Schema(description = "Subject of the account.") String preparedBy,

        Instant preparedAt,

        @Nullable @Schema(description = "Subject of the account.")
        String releasedBy,

        @Nullable Instant releasedAt,

        @Nullable @Schema(description = "SHA-256 of its file, in hexadecimal.")
        String contentSha256,

        @Nullable Instant writtenAt,

        @Schema(description = "How many of its payments stand where.")
        Map<DisbursementState, Integer> states,

        @Schema(description = "What the reader may do now.") List<String> actions) {

    static BatchView of(Batch batch, BatchBook.Figures figures, Caller reader) {
        return new BatchView(
                batch.id(),
                batch.number(),
                batch.state(),
                batch.lines(),
                batch.total(),
                batch.preparedBy(),
                batch.preparedAt(),
                batch.releasedBy(),
                batch.releasedAt(),
                batch.contentSha256(),
                batch.writtenAt(),
                figures.states(),
                actions(batch, figures, reader));
    }

    private static List<String> actions(Batch batch, BatchBook.Figures figures, Caller reader) {
        List<String> actions = new ArrayList<>();
        if (reader.has(Roles.FINANCE)) {
            if (batch.state() != BatchState.PREPARED) {
                actions.add("file");
            } else if (figures.states().containsKey(DisbursementState.BATCHED)
                    && !reader.subject().equals(batch.preparedBy())
                    && !figures.approvers().contains(reader.subject())
                    && !figures.own()) {
                actions.add("release");
            }
        }
        return actions;
    }
}
