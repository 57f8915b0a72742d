package ma.riaya.beneficiary.person;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why the registry does not say what was known at a moment. */
public sealed interface CannotKnow extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** What will be known is not known yet. */
    record MomentToCome(String knownAt) implements CannotKnow {
        @Override
        public String code() {
            return "known-at-in-the-future";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("knownAt", knownAt);
        }
    }

    /** The registry did not keep then what it knew. */
    record MomentBeforeMemory(String knownAt, String beginning) implements CannotKnow {
        @Override
        public String code() {
            return "known-at-before-memory";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("knownAt", knownAt, "beginning", beginning);
        }
    }

    /** A day that no life on record reaches. */
    record DayOutOfBounds(String day) implements CannotKnow {
        @Override
        public String code() {
            return "day-out-of-bounds";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day);
        }
    }
}
