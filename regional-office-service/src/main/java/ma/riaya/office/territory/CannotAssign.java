package ma.riaya.office.territory;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a province is not given to an office. */
sealed interface CannotAssign extends Refusal {

    /** The body names an office that does not exist. */
    record OfficeUnknown(String office) implements CannotAssign {
        @Override
        public String code() {
            return "assignment-office-unknown";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office);
        }
    }

    /** Nothing would change, and the reason given would be lost. */
    record AlreadyServed(String province, String office) implements CannotAssign {
        @Override
        public String code() {
            return "province-already-with-office";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("province", province, "office", office);
        }
    }

    /** Nothing would change, and the reason given would be lost. */
    record AlreadyWithout(String province) implements CannotAssign {
        @Override
        public String code() {
            return "province-already-without-office";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("province", province);
        }
    }
}
