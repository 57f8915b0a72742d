package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a bank's file says of one payment.
 *
 * @param endToEndId our reference as the bank wrote it; null where it gave none
 * @param amount null where the message carries none, as a status often does
 * @param reason the bank's code, such as {@code AC04}
 * @param reference the bank's own reference of the booking: told again, it is the same booking
 * @param booking null where the bank speaks of no entry
 * @param doubt null where nothing in the line contradicts the rest
 */
public record BankLine(
        @Nullable String endToEndId,
        Says says,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable Booking booking,
        @Nullable Doubt doubt) {

    /** A line that speaks of no entry. */
    public BankLine(
            @Nullable String endToEndId,
            Says says,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String reason,
            @Nullable String reference) {
        this(endToEndId, says, amount, currency, reason, reference, null, null);
    }
}
