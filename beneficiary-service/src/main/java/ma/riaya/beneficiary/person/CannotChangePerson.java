package ma.riaya.beneficiary.person;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a person is not entered or changed. */
sealed interface CannotChangePerson extends Refusal {

    record ReferenceTaken(String reference) implements CannotChangePerson {
        @Override
        public String code() {
            return "reference-taken";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }

    /** A death, or a move to another office, is entered by a registry manager. */
    record FieldNeedsRegistryManager(String field) implements CannotChangePerson {
        @Override
        public String code() {
            return "field-needs-registry-manager";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field);
        }
    }
}
