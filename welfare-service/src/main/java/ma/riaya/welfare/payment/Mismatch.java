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
    /** Its amount or currency is not the payment's. */
    AMOUNT_DIFFERS,
    /** The payment stands where this cannot happen. */
    STATE_DOES_NOT_ALLOW,
    /** The payment was debited before, under another reference of the bank. */
    DEBITED_TWICE,
    /** The bank uses words that are not known here. */
    STATUS_UNKNOWN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
