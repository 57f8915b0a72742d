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
        Money voucherSum) {

    static WaveOrderView of(OrderWave.Ordered ordered, Money each) {
        Wave wave = ordered.wave();
        return new WaveOrderView(
                ordered.batch() == null ? null : ordered.batch().id(),
                ordered.batch() == null ? null : ordered.batch().number(),
                wave.transfers(),
                times(each, wave.transfers()),
                wave.vouchers(),
                times(each, wave.vouchers()));
    }

    private static Money times(Money each, int lines) {
        return new Money(each.amount().multiply(BigDecimal.valueOf(lines)));
    }
}
