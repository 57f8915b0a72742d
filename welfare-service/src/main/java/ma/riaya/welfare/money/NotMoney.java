package ma.riaya.welfare.money;

import java.util.Locale;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why what was sent is not an amount of money. */
enum NotMoney implements Refusal {
    AMOUNT_NOT_A_NUMBER,
    AMOUNT_NEGATIVE,
    AMOUNT_THREE_DECIMALS,
    AMOUNT_TOO_LARGE,
    CURRENCY_UNKNOWN;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("currency", Money.CURRENCY, "most", Money.MOST.toPlainString());
    }
}
