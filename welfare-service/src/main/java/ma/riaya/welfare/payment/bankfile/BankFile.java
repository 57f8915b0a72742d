package ma.riaya.welfare.payment.bankfile;

import java.util.List;

/**
 * A bank's file as read: what it says, not yet what that changes.
 *
 * @param messageId the bank's own identifier of the file
 * @param lines in the file's order
 * @param batches what it says of whole batches, the nearest to the payments first; only a status report does
 */
public record BankFile(Kind kind, String messageId, List<BankLine> lines, List<BatchStatus> batches) {

    public BankFile {
        lines = List.copyOf(lines);
        batches = List.copyOf(batches);
    }

    /** Which ISO 20022 message it is, of whatever version. */
    public enum Kind {
        /** {@code pain.002}: the status of payments. */
        PAIN_002,
        /** {@code camt.054}: what was booked on the account. */
        CAMT_054
    }
}
