package ma.riaya.beneficiary.statistics;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why nothing is counted. */
sealed interface CannotCount extends Refusal {

    @Override
    default int status() {
        return 400;
    }

    /** One or two of those known, each once. */
    record DimensionUnknown(String known) implements CannotCount {
        @Override
        public String code() {
            return "statistics-dimension-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("known", known);
        }
    }
}
