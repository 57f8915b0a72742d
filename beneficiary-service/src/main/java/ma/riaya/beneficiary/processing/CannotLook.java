package ma.riaya.beneficiary.processing;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a sensitive field is not shown. */
public sealed interface CannotLook extends Refusal {

    @Override
    default int status() {
        return 403;
    }

    record PurposeMissing(String known) implements CannotLook {
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
            return Map.of("known", known);
        }
    }

    record PurposeUnknown(String known) implements CannotLook {
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
            return Map.of("known", known);
        }
    }

    /** The purpose is in the register, and does not cover this. */
    record PurposeNotCovering(String needed) implements CannotLook {
        @Override
        public String code() {
            return "purpose-not-covering";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("needed", needed);
        }
    }

    record PurposeNotForRole(String purpose, String allowed) implements CannotLook {
        @Override
        public String code() {
            return "purpose-not-for-role";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purpose", purpose, "allowed", allowed);
        }
    }

    /** Law 09-08, article 12: without the authority's leave nothing is read for it. */
    record PurposeNotAuthorised(String purpose) implements CannotLook {
        @Override
        public String code() {
            return "purpose-not-authorised";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("purpose", purpose);
        }
    }

    /** One of the fields asked for by name is none of those kept. */
    record FieldUnknown(String known) implements CannotLook {
        @Override
        public String code() {
            return "sensitive-field-unknown";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("known", known);
        }
    }
}
