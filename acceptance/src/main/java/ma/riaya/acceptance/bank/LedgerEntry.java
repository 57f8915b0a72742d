package ma.riaya.acceptance.bank;

import java.math.BigDecimal;
import java.time.Instant;

/** One line of the bank's ledger. */
sealed interface LedgerEntry {

    /** A payment file read for the first time. */
    record Received(String file, String sha256, Instant at) implements LedgerEntry {}

    /** Money on a creditor's account. */
    record Credited(String file, String endToEndId, BigDecimal amount, String iban) implements LedgerEntry {}

    /** A line, or under the id {@code *} a whole file, that the bank did not carry out. */
    record Refused(String file, String endToEndId, BigDecimal amount, String reason) implements LedgerEntry {}

    /** A credit taken back. */
    record Returned(String file, String endToEndId, BigDecimal amount, String reason) implements LedgerEntry {}

    /** An answer laid in the inbox. */
    record Answered(String file, Answer kind, String name) implements LedgerEntry {}

    /** Something that should not have happened. */
    record Anomaly(String file, String what) implements LedgerEntry {}

    default String text() {
        return switch (this) {
            case Received(var file, var sha256, var at) -> line("RECEIVED", file, sha256, at);
            case Credited(var file, var id, var amount, var iban) -> line("CREDITED", file, id, amount, iban);
            case Refused(var file, var id, var amount, var reason) -> line("REFUSED", file, id, amount, reason);
            case Returned(var file, var id, var amount, var reason) -> line("RETURNED", file, id, amount, reason);
            case Answered(var file, var kind, var name) -> line("ANSWERED", file, kind, name);
            case Anomaly(var file, var what) -> line("ANOMALY", file, what);
        };
    }

    static LedgerEntry parse(String text) {
        String[] fields = text.split("\t", -1);
        return switch (fields[0]) {
            case "RECEIVED" -> new Received(fields[1], fields[2], Instant.parse(fields[3]));
            case "CREDITED" -> new Credited(fields[1], fields[2], new BigDecimal(fields[3]), fields[4]);
            case "REFUSED" -> new Refused(fields[1], fields[2], new BigDecimal(fields[3]), fields[4]);
            case "RETURNED" -> new Returned(fields[1], fields[2], new BigDecimal(fields[3]), fields[4]);
            case "ANSWERED" -> new Answered(fields[1], Answer.valueOf(fields[2]), fields[3]);
            case "ANOMALY" -> new Anomaly(fields[1], fields[2]);
            default -> throw new IllegalArgumentException("not a line of a ledger: " + text);
        };
    }

    private static String line(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t")
                    .append(field.toString()
                            .replace('\t', ' ')
                            .replace('\n', ' ')
                            .replace('\r', ' '));
        }
        return line.toString();
    }
}
