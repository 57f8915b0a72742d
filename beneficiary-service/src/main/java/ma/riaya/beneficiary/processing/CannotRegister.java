package ma.riaya.beneficiary.processing;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why the register of processing stays as it is. */
sealed interface CannotRegister extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record PurposeVersionUnknown(String purpose, int version) implements CannotRegister {
        @Override
        public String code() {
            return "purpose-version-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purpose", purpose, "version", version);
        }
    }

    /** One change at a time, so that a second person sees what it changes. */
    record PurposeChangeWaits(String purpose) implements CannotRegister {
        @Override
        public String code() {
            return "purpose-change-waits";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purpose", purpose);
        }
    }

    record PurposeVersionDecided(String purpose, int version) implements CannotRegister {
        @Override
        public String code() {
            return "purpose-version-decided";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purpose", purpose, "version", version);
        }
    }

    record OwnPurposeChange() implements CannotRegister {
        @Override
        public String code() {
            return "purpose-own-change";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
