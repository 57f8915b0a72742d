package ma.riaya.welfare.budget;

import java.math.BigDecimal;
import ma.riaya.welfare.money.Money;

/** Which way a movement takes money inside its envelope. */
public enum Kind {
    /** Available to reserved: a decision is approved. */
    RESERVE(1, 0, 0),
    /** Reserved to available: what was approved will not be ordered. */
    RELEASE(-1, 0, 0),
    /** Reserved to committed: the payment is ordered. */
    COMMIT(-1, 1, 0),
    /** Committed to available: the payment was refused or given up. */
    UNCOMMIT(0, -1, 0),
    /** Committed to paid: the bank confirmed. */
    PAY(0, -1, 1),
    /** Paid to available: the bank returned it. */
    GIVE_BACK(0, 0, -1);

    private final int reserved;
    private final int committed;
    private final int paid;

    Kind(int reserved, int committed, int paid) {
        this.reserved = reserved;
        this.committed = committed;
        this.paid = paid;
    }

    BigDecimal reserved(Money amount) {
        return times(reserved, amount);
    }

    BigDecimal committed(Money amount) {
        return times(committed, amount);
    }

    BigDecimal paid(Money amount) {
        return times(paid, amount);
    }

    /** Only what takes from the available can find the envelope exhausted. */
    boolean takesFromAvailable() {
        return reserved + committed + paid > 0;
    }

    private static BigDecimal times(int sign, Money amount) {
        return amount.amount().multiply(BigDecimal.valueOf(sign));
    }
}
