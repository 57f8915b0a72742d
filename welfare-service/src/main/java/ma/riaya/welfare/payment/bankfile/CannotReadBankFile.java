package ma.riaya.welfare.payment.bankfile;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a file from the bank is not read; nothing of it was taken. */
public sealed interface CannotReadBankFile extends Refusal {

    /** A document type could name files of this machine or grow without bound: no bank's message has one. */
    record WithDtd(int line) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-with-dtd";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line);
        }
    }

    /** Well-formed, and neither {@code pain.002} nor {@code camt.054}. */
    record UnknownKind(String found) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-unknown-kind";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("found", found);
        }
    }

    /** Broken XML, or a value that cannot be what its element says. */
    record Malformed(int line) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-malformed";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line);
        }
    }
}
