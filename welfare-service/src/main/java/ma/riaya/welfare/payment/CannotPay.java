package ma.riaya.welfare.payment;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a batch is not prepared, released or shown. */
sealed interface CannotPay extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    /** Another batch carries some of them, or they are unknown. */
    record DisbursementsNotReady(int asked, int ready) implements CannotPay {
        @Override
        public String code() {
            return "disbursements-not-ready";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("asked", asked, "ready", ready);
        }
    }

    /** Four eyes: whoever put the batch together does not release it. */
    record ReleaserIsPreparer(String number) implements CannotPay {
        @Override
        public String code() {
            return "releaser-is-preparer";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("number", number);
        }
    }

    /** Nobody pays themselves: one of the payments goes to the caller's own record in the registry. */
    record OwnFile() implements CannotPay {
        @Override
        public String code() {
            return "own-file";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The bank is to have it already. */
    record AlreadyReleased(String number) implements CannotPay {
        @Override
        public String code() {
            return "payment-batch-already-released";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("number", number);
        }
    }

    /** There is no file before the release. */
    record NotReleased(String number) implements CannotPay {
        @Override
        public String code() {
            return "payment-batch-not-released";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("number", number);
        }
    }

    record BatchUnknown(UUID batch) implements CannotPay {
        @Override
        public String code() {
            return "payment-batch-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("batch", batch.toString());
        }
    }

    record DisbursementUnknown(UUID disbursement) implements CannotPay {
        @Override
        public String code() {
            return "disbursement-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("disbursement", disbursement.toString());
        }
    }
}
