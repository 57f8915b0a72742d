package ma.riaya.welfare.payment.bankfile;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a file from the bank is not read; nothing of it was taken, and nothing that stands in it is repeated but names. */
public sealed interface CannotReadBankFile extends Refusal {

    int UNREADABLE = 400;
    int UNPROCESSABLE = 422;

    @Override
    default int status() {
        return UNPROCESSABLE;
    }

    /** Broken XML, or none at all. */
    record Malformed(int line, int column) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-malformed";
        }

        @Override
        public int status() {
            return UNREADABLE;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line, "column", column);
        }
    }

    /** Another encoding than UTF-8, which ISO 20022 wants. */
    record OtherEncoding(String found) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-encoding";
        }

        @Override
        public int status() {
            return UNREADABLE;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("found", found);
        }
    }

    /** Bytes that are not what they are said to be. */
    record BytesMalformed(int line, int column) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-bytes-malformed";
        }

        @Override
        public int status() {
            return UNREADABLE;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line, "column", column);
        }
    }

    /** A document type could name files of this machine or grow without bound: no bank's message has one. */
    record WithDtd(int line, int column) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-with-dtd";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line, "column", column);
        }
    }

    /** More payments than one file may speak of. */
    record TooLarge(int most) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-too-large";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("most", most);
        }
    }

    /** Elements within elements, farther than any message goes. */
    record TooDeep(int most, int line, int column) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-too-deep";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("most", most, "line", line, "column", column);
        }
    }

    /** Well-formed, and neither {@code pain.002} nor {@code camt.054} of a version that is read. */
    record UnknownKind(String found, int line, int column) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-unknown-kind";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("found", found, "expected", Message.EXPECTED, "line", line, "column", column);
        }
    }

    /** Of another namespace, or a second time where the message has it once. */
    record UnexpectedElement(Place place) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-element-unexpected";
        }

        @Override
        public Map<String, Object> parameters() {
            return place.parameters();
        }
    }

    /** What the message must have; the place is where the element begins that lacks it. */
    record MissingElement(Place place) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-element-missing";
        }

        @Override
        public Map<String, Object> parameters() {
            return place.parameters();
        }
    }

    /** No amount as ISO 20022 writes it. */
    record AmountMalformed(Place place) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-amount-malformed";
        }

        @Override
        public Map<String, Object> parameters() {
            return place.parameters();
        }
    }

    /** An amount without a currency, or with none of three letters. */
    record CurrencyMalformed(Place place) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-currency-malformed";
        }

        @Override
        public Map<String, Object> parameters() {
            return place.parameters();
        }
    }

    /** No day or time of the calendar. */
    record DateMalformed(Place place) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-date-malformed";
        }

        @Override
        public Map<String, Object> parameters() {
            return place.parameters();
        }
    }

    /** Longer than ISO 20022 allows, no word of its list, or characters that nobody sees. */
    record ValueMalformed(Place place) implements CannotReadBankFile {
        @Override
        public String code() {
            return "bank-file-value-malformed";
        }

        @Override
        public Map<String, Object> parameters() {
            return place.parameters();
        }
    }
}
