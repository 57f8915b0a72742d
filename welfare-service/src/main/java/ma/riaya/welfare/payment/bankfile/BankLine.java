package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a bank's file says of one payment.
 *
 * @param endToEndId our reference; null where the bank gave none
 * @param amount null where the message carries none, as a status often does
 * @param reason the bank's code, such as {@code AC04}
 * @param reference the bank's own reference of the booking
 */
public record BankLine(
        @Nullable String endToEndId,
        Says says,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String reason,
        @Nullable String reference) {}
