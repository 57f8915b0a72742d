package ma.riaya.welfare.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The registry told of their deaths since they were ordered: they are stopped first. */
    record PayeesToldDead(List<UUID> payments) implements CannotPay {

        /** A sentence names some; the count is of all. */
        private static final int NAMED = 20;

        @Override
        public String code() {
            return "payees-told-dead";
        }

        @Override
        public Map<String, Object> parameters() {
            return named(payments);
        }

        private static Map<String, Object> named(List<UUID> payments) {
            return Map.of(
                    "count",
                    payments.size(),
                    "disbursements",
                    payments.stream().limit(NAMED).map(UUID::toString).collect(Collectors.joining(", ")));
        }
    }

    /** They turned out to be people whom another line of the campaign pays under another id: they are stopped first. */
    record PayeesPaidTwice(List<UUID> payments) implements CannotPay {
        @Override
        public String code() {
            return "payees-paid-twice";
        }

        @Override
        public Map<String, Object> parameters() {
            return PayeesToldDead.named(payments);
        }
    }

    /** All that it held was stopped. */
    record BatchEmptied(String number) implements CannotPay {
        @Override
        public String code() {
            return "payment-batch-emptied";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("number", number);
        }
    }

    /** What stands as its account was not sealed for this payment. */
    record AccountUnreadable(UUID disbursement) implements CannotPay {
        @Override
        public String code() {
            return "account-unreadable";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("disbursement", disbursement.toString());
        }
    }

    /** The bank is to have it, or it has ended. */
    record NotToStop(String endToEndId, DisbursementState state) implements CannotPay {
        @Override
        public String code() {
            return "disbursement-not-to-stop";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("endToEndId", endToEndId, "state", state.name());
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
