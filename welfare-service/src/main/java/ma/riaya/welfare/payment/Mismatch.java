package ma.riaya.welfare.payment;

import java.util.Locale;

/** Why a line of the bank changed nothing and waits for a person. */
enum Mismatch {
    /** It names no payment. */
    END_TO_END_ID_MISSING,
    /** It names a payment that nobody here ordered. */
    END_TO_END_ID_UNKNOWN,
    /** It speaks of a batch that is none of ours. */
    BATCH_UNKNOWN,
    /** Its amount is not the payment's. */
    AMOUNT_DIFFERS,
    /** Its currency is not the payment's. */
    CURRENCY_DIFFERS,
    /** The amount of its entry is not that of the entry's transactions together. */
    AMOUNTS_CONTRADICT,
    /** It says debit and credit at once. */
    DIRECTION_CONTRADICTS,
    /** Money came in, and nothing says that it is a payment coming back. */
    CREDIT_UNEXPLAINED,
    /** It was booked on an account that is not the one we pay from. */
    ACCOUNT_NOT_OURS,
    /** It is said to have been booked on a day that has not come. */
    BOOKED_IN_THE_FUTURE,
    /** It is said to have been booked before the bank was to have the payment. */
    BOOKED_BEFORE_RELEASE,
    /** The payment stands where this cannot happen. */
    STATE_DOES_NOT_ALLOW,
    /** The payment was debited before, under another reference of the bank. */
    DEBITED_TWICE,
    /** The payment was debited before, and no reference shows that this is the same debit. */
    POSSIBLE_DOUBLE_DEBIT,
    /** The payment came back before, under another reference of the bank. */
    RETURNED_TWICE,
    /** The payment came back before, and no reference shows that this is the same return. */
    POSSIBLE_DOUBLE_RETURN,
    /** The bank uses words that are not known here. */
    STATUS_UNKNOWN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
