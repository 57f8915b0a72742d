package ma.riaya.welfare.decision;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.welfare.money.Money;

/** Why an amount is not proposed. */
sealed interface CannotPropose extends Refusal {

    /** The programme grants less, or more, or nothing else than one amount. */
    record AmountOutOfRange(Money least, Money most, Money asked) implements CannotPropose {
        @Override
        public String code() {
            return "amount-out-of-range";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("least", least.toString(), "most", most.toString(), "asked", asked.toString());
        }
    }
}
