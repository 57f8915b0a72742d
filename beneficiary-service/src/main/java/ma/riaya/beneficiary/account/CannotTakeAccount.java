package ma.riaya.beneficiary.account;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a bank account is not taken. */
public sealed interface CannotTakeAccount extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record RibNotTwentyFourDigits(int length) implements CannotTakeAccount {
        @Override
        public String code() {
            return "rib-not-24-digits";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("length", length);
        }
    }

    record RibKeyWrong() implements CannotTakeAccount {
        @Override
        public String code() {
            return "rib-key-wrong";
        }
    }

    record IbanNotMoroccan() implements CannotTakeAccount {
        @Override
        public String code() {
            return "iban-not-moroccan";
        }
    }
}
