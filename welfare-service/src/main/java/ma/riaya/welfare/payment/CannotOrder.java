package ma.riaya.welfare.payment;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a payment is not ordered. */
public sealed interface CannotOrder extends Refusal {

    /** Whoever decides does not pay. */
    record PayerIsApprover() implements CannotOrder {
        @Override
        public String code() {
            return "payer-is-approver";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The account is none that a transfer of a Moroccan bank can go to. */
    record AccountNotPayable(UUID payee) implements CannotOrder {
        @Override
        public String code() {
            return "account-not-payable";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("payee", payee.toString());
        }
    }

    /** A payment for the same thing is under way or made. */
    record AlreadyOrdered(UUID source) implements CannotOrder {
        @Override
        public String code() {
            return "disbursement-already-ordered";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("source", source.toString());
        }
    }
}
