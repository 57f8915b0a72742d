package ma.riaya.welfare.purpose;

import java.util.List;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a sensitive field is not shown. */
public sealed interface CannotLook extends Refusal {

    /** Nobody said why. */
    record PurposeMissing(List<String> purposes) implements CannotLook {
        @Override
        public String code() {
            return "purpose-missing";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purposes", String.join(", ", purposes));
        }
    }

    /** The purpose is unknown, or does not cover this field. */
    record PurposeNotCovered(List<String> purposes) implements CannotLook {
        @Override
        public String code() {
            return "purpose-not-covered";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purposes", String.join(", ", purposes));
        }
    }
}
