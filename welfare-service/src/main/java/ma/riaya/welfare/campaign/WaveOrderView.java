package ma.riaya.welfare.campaign;

import java.math.BigDecimal;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was ordered for a wave. */
record WaveOrderView(
        @Nullable
        @Schema(
                description =
                        "The payment batch of its transfers, which another finance officer releases; null where there is no transfer.")
        UUID id,

        @Nullable @Schema(examples = "PAY-2025-000001") String number,

        int transfers,
        Money transferSum,
        int vouchers,
        Money voucherSum,

        @Schema(
                description =
                        "Lines left out, for the person had died since the list was frozen, or is paid by another line under another id.")
        int withheld,

        @Schema(description = "Their sum, which went back to the envelope.")
        Money withheldSum) {

    static WaveOrderView of(OrderWave.Ordered ordered, Money each) {
        Due due = ordered.due();
        return new WaveOrderView(
                ordered.batch() == null ? null : ordered.batch().id(),
                ordered.batch() == null ? null : ordered.batch().number(),
                due.transfers().size(),
                times(each, due.transfers().size()),
                due.vouchers().size(),
                times(each, due.vouchers().size()),
                due.withheld().size(),
                due.withheldTotal());
    }

    private static Money times(Money each, int lines) {
        return new Money(each.amount().multiply(BigDecimal.valueOf(lines)));
    }
}
