package ma.riaya.beneficiary.person;

import ma.riaya.kit.problem.Refusal;

/** Why an amount is not taken. */
public sealed interface CannotTakeAmount extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record Unreadable() implements CannotTakeAmount {
        @Override
        public String code() {
            return "amount-unreadable";
        }
    }

    record Negative() implements CannotTakeAmount {
        @Override
        public String code() {
            return "amount-negative";
        }
    }

    record TooFine() implements CannotTakeAmount {
        @Override
        public String code() {
            return "amount-too-fine";
        }
    }

    record NotDirhams() implements CannotTakeAmount {
        @Override
        public String code() {
            return "currency-not-mad";
        }
    }
}
