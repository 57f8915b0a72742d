package ma.riaya.welfare.payment;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a file of the bank is not taken, or not shown. */
sealed interface CannotReceive extends Refusal {

    /** The same bytes were taken before. */
    record AlreadyReceived(UUID bankFile, String messageId) implements CannotReceive {
        @Override
        public String code() {
            return "bank-file-already-received";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("bankFile", bankFile.toString(), "messageId", messageId);
        }
    }

    /** The bank gave this identifier to another message before: of the two, nobody here can tell which is meant. */
    record MessageIdUsed(UUID bankFile, String messageId) implements CannotReceive {
        @Override
        public String code() {
            return "bank-file-message-id-used";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("bankFile", bankFile.toString(), "messageId", messageId);
        }
    }

    record BankFileUnknown(UUID bankFile) implements CannotReceive {
        @Override
        public String code() {
            return "bank-file-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("bankFile", bankFile.toString());
        }
    }
}
