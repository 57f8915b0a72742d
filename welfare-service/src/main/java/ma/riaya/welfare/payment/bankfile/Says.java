package ma.riaya.welfare.payment.bankfile;

/** What the bank says of a payment, whatever words its message uses. */
public enum Says {
    /** It took the payment on ({@code ACCP}, {@code ACSP}, {@code ACSC} and their like); no money is confirmed yet. */
    ACCEPTED,
    /** It will not carry it out ({@code RJCT}). */
    REFUSED,
    /** It booked the debit: the money has left. */
    DEBITED,
    /** It booked the money back. */
    RETURNED,
    /** It has received or announced the payment, and nothing is decided. */
    NOTHING_YET,
    /** Words that this product does not know: a person has to look. */
    UNKNOWN
}
