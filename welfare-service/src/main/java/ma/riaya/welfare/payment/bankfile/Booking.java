package ma.riaya.welfare.payment.bankfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a notification says of the entry that a line stands in.
 *
 * @param account the account that was booked: an IBAN, or the bank's own form of it
 * @param on the day of the booking; null where the bank gave none
 */
public record Booking(String account, @Nullable LocalDate on) {}
