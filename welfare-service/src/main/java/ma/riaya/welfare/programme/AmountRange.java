package ma.riaya.welfare.programme;

import ma.riaya.welfare.money.Money;

/** What a programme grants at least and at most; the same where the amount is fixed. */
public record AmountRange(Money min, Money max) {

    public boolean holds(Money amount) {
        return !amount.isLessThan(min) && !amount.isMoreThan(max);
    }
}
