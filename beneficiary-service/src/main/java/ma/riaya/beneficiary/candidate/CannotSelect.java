package ma.riaya.beneficiary.candidate;

import java.time.LocalDate;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why nobody is selected. */
sealed interface CannotSelect extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** The facts of a day to come are not known: the same question would get another answer later. */
    record DayToCome(LocalDate asOf) implements CannotSelect {
        @Override
        public String code() {
            return "as-of-in-the-future";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("asOf", asOf.toString());
        }
    }

    record DayOutOfBounds(LocalDate asOf) implements CannotSelect {
        @Override
        public String code() {
            return "as-of-out-of-bounds";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("asOf", asOf.toString());
        }
    }
}
