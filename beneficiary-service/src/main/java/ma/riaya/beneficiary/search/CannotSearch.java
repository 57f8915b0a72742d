package ma.riaya.beneficiary.search;

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
