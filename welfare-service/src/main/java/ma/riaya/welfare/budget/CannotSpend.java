package ma.riaya.welfare.budget;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.welfare.money.Money;

/** Why an envelope does not give. */
public sealed interface CannotSpend extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    /** Nobody opened an envelope for the programme, the office and the year. */
    record EnvelopeMissing(String programme, String office, int year) implements CannotSpend {
        @Override
        public String code() {
            return "envelope-missing";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme, "office", office, "year", String.valueOf(year));
        }
    }

    /** Less is available than asked for. */
    record EnvelopeExhausted(Money available, Money asked) implements CannotSpend {
        @Override
        public String code() {
            return "envelope-exhausted";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("available", available.toString(), "asked", asked.toString());
        }
    }
}
