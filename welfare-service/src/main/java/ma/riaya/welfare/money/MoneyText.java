package ma.riaya.welfare.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads an amount as a caller wrote it, and names what is wrong with it. */
final class MoneyText {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private MoneyText() {}

    static Money read(@Nullable JsonNode amount, @Nullable String currency) {
        if (amount == null
                || !amount.isTextual()
                || !DECIMAL.matcher(amount.textValue()).matches()) {
            throw new RefusedException(NotMoney.AMOUNT_NOT_A_NUMBER);
        }
        if (!Money.CURRENCY.equals(currency)) {
            throw new RefusedException(NotMoney.CURRENCY_UNKNOWN);
        }
        BigDecimal value = new BigDecimal(amount.textValue());
        if (value.signum() < 0) {
            throw new RefusedException(NotMoney.AMOUNT_NEGATIVE);
        }
        if (value.scale() > 2) {
            throw new RefusedException(NotMoney.AMOUNT_THREE_DECIMALS);
        }
        if (value.compareTo(Money.MOST) > 0) {
            throw new RefusedException(NotMoney.AMOUNT_TOO_LARGE);
        }
        return new Money(value);
    }
}
