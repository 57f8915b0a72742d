package ma.riaya.welfare.payment;

import java.time.Instant;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment as finance and auditors see it; the account is shown only in the batch's file. */
record DisbursementView(
        UUID id,

        @Schema(examples = "RY0198f0c27a3b7c4d8e9f0a1b2c3d4e5f")
        String endToEndId,

        SourceType sourceType,

        @Schema(description = "What it pays: a decision or a campaign line.")
        UUID source,

        int tranche,
        UUID envelope,
        Money amount,
        @Schema(description = "The person of the registry.") UUID payee,
        @Schema(description = "Holder of the account.") String holder,
        DisbursementState state,
        Instant stateSince,
        @Nullable UUID batch,

        @Nullable @Schema(examples = "PAY-2025-000001") String batchNumber,

        @Nullable @Schema(description = "Its place in the batch's file.")
        Integer position,

        @Nullable @Schema(description = "The bank's code for a refusal or a return.", examples = "AC04")
        String bankReason,

        @Nullable @Schema(description = "Why it was taken out before the bank was to have it.")
        StopReason stopReason) {}
