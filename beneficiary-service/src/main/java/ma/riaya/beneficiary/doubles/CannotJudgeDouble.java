package ma.riaya.beneficiary.doubles;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why nothing is said of a pair. */
sealed interface CannotJudgeDouble extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record DoubleUnknown(UUID pair) implements CannotJudgeDouble {
        @Override
        public String code() {
            return "double-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("pair", pair.toString());
        }
    }

    /** Somebody said what they are already. */
    record DoubleJudged(PairState state) implements CannotJudgeDouble {
        @Override
        public String code() {
            return "double-judged-already";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state.name());
        }
    }

    record SweepRunning() implements CannotJudgeDouble {
        @Override
        public String code() {
            return "double-sweep-running";
        }
    }

    record SweepUnknown(UUID sweep) implements CannotJudgeDouble {
        @Override
        public String code() {
            return "double-sweep-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("sweep", sweep.toString());
        }
    }
}
