package ma.riaya.welfare.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a frozen list. */
@Schema(name = "CampaignLineView")
record LineView(
        UUID id,
        @Schema(description = "Identifier in the registry.") UUID person,
        @Schema(examples = "CMR-000123") String reference,
        @Schema(examples = "فاطمة الزهراء آيت بن حدو") String nameAr,
        @Schema(examples = "Fatima Zahra AIT BENHADDOU") String nameLatin,
        @Nullable @Schema(examples = "ERR") String office,
        @Schema(examples = "WIDOWED_SPOUSE") String category,
        LocalDate categoryFrom,
        LineVerdict verdict,

        @Nullable
        @Schema(description = "Code of the first reason; null for a transfer.", examples = "pension-above-ceiling")
        String reason,

        List<ReasonView> reasons,

        @Nullable @Schema(description = "What the person gets.")
        Money amount,

        @Nullable @Schema(description = "Monthly pension on the day; null unless a purpose is stated in Riaya-Purpose.")
        Money pension,

        @Nullable @Schema(description = "What became of a selected line; null for a near miss.")
        LineState state,

        @Nullable UUID disbursement,
        @Nullable String endToEndId,

        @Nullable @Schema(examples = "BON-2025-000001") String voucher) {

    /** One reason in the reader's language. */
    @Schema(name = "CampaignReason")
    record ReasonView(
            @Schema(examples = "pension-above-ceiling") String code,

            @Schema(examples = "The pension of 2000.01 MAD is above the ceiling of 2000.00 MAD.")
            String text,

            @Schema(description = "The values that the text names; the pension among them where a purpose is stated.")
            Map<String, String> values) {}
}
