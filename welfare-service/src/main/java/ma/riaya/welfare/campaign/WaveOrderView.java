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
                        "The payment batch of its transfers, which another finance officer releases; null where every line gets a voucher.")
        UUID id,

        @Nullable @Schema(examples = "PAY-2025-000001") String number,

        int transfers,
        Money transferSum,
        int vouchers,
        Money voucherSum,

        @Schema(
                examples = "0",
                description =
                        "Lines for which nothing was ordered, since the person is paid by another line under another id.")
        int withheld) {

    static WaveOrderView of(OrderWave.Ordered ordered, Money each) {
        return new WaveOrderView(
                ordered.batch() == null ? null : ordered.batch().id(),
                ordered.batch() == null ? null : ordered.batch().number(),
                ordered.transfers(),
                times(each, ordered.transfers()),
                ordered.vouchers(),
                times(each, ordered.vouchers()),
                ordered.withheld());
    }

    private static Money times(Money each, int lines) {
        return new Money(each.amount().multiply(BigDecimal.valueOf(lines)));
    }
}
