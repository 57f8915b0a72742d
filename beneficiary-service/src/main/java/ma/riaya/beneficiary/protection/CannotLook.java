package ma.riaya.beneficiary.protection;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.Refusal;

/** Why a sensitive field is not shown. */
public sealed interface CannotLook extends Refusal {

    record PurposeMissing() implements CannotLook {
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
            return Map.of("known", known());
        }
    }

    record PurposeUnknown() implements CannotLook {
        @Override
        public String code() {
            return "purpose-unknown";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("known", known());
        }
    }

    /** The purpose is known, and does not cover this. */
    record PurposeNotCovering(Purpose needed) implements CannotLook {
        @Override
        public String code() {
            return "purpose-not-covering";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("needed", needed.name());
        }
    }

    private static String known() {
        return Arrays.stream(Purpose.values()).map(Purpose::name).collect(Collectors.joining(", "));
    }
}
