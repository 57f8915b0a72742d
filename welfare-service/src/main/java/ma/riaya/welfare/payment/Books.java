package ma.riaya.welfare.payment;

import java.time.LocalDate;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.payment.PaymentBook.Standing;
import ma.riaya.welfare.payment.bankfile.BankLine;
import ma.riaya.welfare.payment.bankfile.Booking;
import ma.riaya.welfare.payment.bankfile.Doubt;
import ma.riaya.welfare.payment.bankfile.Says;
import org.jspecify.annotations.Nullable;

/**
 * What our own books say, against which a line of the bank is held before its state is looked at.
 *
 * @param iban of the account that we pay from
 * @param today the business day
 */
record Books(String iban, LocalDate today) {

    private static final String CURRENCY = "MAD";

    /** The country and its check digits, which the bank's own form of a Moroccan account leaves out. */
    private static final int COUNTRY = 4;

    /** Why the line does not fit this payment, whatever its state; null where it does. */
    @Nullable
    Mismatch mismatch(BankLine line, Standing payment) {
        if (line.says() == Says.UNKNOWN || line.doubt() != null) {
            return doubtful(line);
        }
        Mismatch elsewhere = elsewhere(line);
        Mismatch amount = elsewhere == null ? amount(line, payment) : elsewhere;
        return amount == null ? day(line, payment) : amount;
    }

    /** Whether it was booked on another account; one that is only announced decides nothing anywhere. */
    @Nullable
    Mismatch elsewhere(BankLine line) {
        Booking booking = line.booking();
        return booking == null || line.says() == Says.NOTHING_YET || isOurs(booking.account())
                ? null
                : Mismatch.ACCOUNT_NOT_OURS;
    }

    static Mismatch doubtful(BankLine line) {
        Doubt doubt = line.doubt();
        return switch (doubt) {
            case null -> Mismatch.STATUS_UNKNOWN;
            case DIRECTION -> Mismatch.DIRECTION_CONTRADICTS;
            case AMOUNTS -> Mismatch.AMOUNTS_CONTRADICT;
            case CREDIT -> Mismatch.CREDIT_UNEXPLAINED;
        };
    }

    private boolean isOurs(String account) {
        String written = account.replace(" ", "");
        return written.equalsIgnoreCase(iban) || written.equals(iban.substring(COUNTRY));
    }

    /** A status may leave the amount out; a booking may not. */
    private static @Nullable Mismatch amount(BankLine line, Standing payment) {
        if (line.amount() == null) {
            return isBooked(line) ? Mismatch.AMOUNT_DIFFERS : null;
        }
        if (!CURRENCY.equals(line.currency())) {
            return Mismatch.CURRENCY_DIFFERS;
        }
        return line.amount().compareTo(payment.amount().amount()) == 0 ? null : Mismatch.AMOUNT_DIFFERS;
    }

    /** Money that has left did so on a day that has been, and not before the bank was told to send it. */
    private @Nullable Mismatch day(BankLine line, Standing payment) {
        LocalDate on = line.booking() == null || !isBooked(line)
                ? null
                : line.booking().on();
        if (on == null) {
            return null;
        }
        if (on.isAfter(today)) {
            return Mismatch.BOOKED_IN_THE_FUTURE;
        }
        return payment.releasedAt() != null
                        && on.isBefore(LocalDate.ofInstant(payment.releasedAt(), Clocks.BUSINESS_ZONE))
                ? Mismatch.BOOKED_BEFORE_RELEASE
                : null;
    }

    private static boolean isBooked(BankLine line) {
        return line.says() == Says.DEBITED || line.says() == Says.RETURNED;
    }
}
