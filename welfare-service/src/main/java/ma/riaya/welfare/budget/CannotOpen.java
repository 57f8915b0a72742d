package ma.riaya.welfare.budget;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.welfare.money.Money;

/** Why an envelope is not opened, amended or shown. */
sealed interface CannotOpen extends Refusal {

    record AlreadyOpen(String programme, String office, int year) implements CannotOpen {
        @Override
        public String code() {
            return "envelope-already-open";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme, "office", office, "year", String.valueOf(year));
        }
    }

    /** What is reserved, committed and paid already is more than the new allotment. */
    record BelowHeld(Money held, Money asked) implements CannotOpen {
        @Override
        public String code() {
            return "envelope-below-held";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("held", held.toString(), "asked", asked.toString());
        }
    }

    record EnvelopeUnknown(UUID envelope) implements CannotOpen {
        @Override
        public String code() {
            return "envelope-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("envelope", envelope.toString());
        }
    }
}
