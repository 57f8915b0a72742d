package ma.riaya.beneficiary.search;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why nobody is looked for. */
sealed interface CannotSearch extends Refusal {

    /** Addresses are logged on their way, so no number may stand in one. */
    record NumberInAddress() implements CannotSearch {
        @Override
        public String code() {
            return "number-in-address";
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** A name tells as much of a person as a number does. */
    record NameInAddress() implements CannotSearch {
        @Override
        public String code() {
            return "name-in-address";
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** No office has the code by which a list is narrowed. */
    record OfficeUnknown(String office) implements CannotSearch {
        @Override
        public String code() {
            return "office-unknown";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office);
        }
    }

    record AccountNotForRole() implements CannotSearch {
        @Override
        public String code() {
            return "account-search-not-for-role";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
