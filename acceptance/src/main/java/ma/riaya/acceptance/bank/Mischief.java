package ma.riaya.acceptance.bank;

/** What a bank may do that a payer has to stand. */
public enum Mischief {
    /** Each answer comes again under another file name, with the same bytes. */
    ANSWER_TWICE,
    /** Each answer comes again in a message with another id. */
    ANSWER_AGAIN_UNDER_A_NEW_ID,
    /** Answers wait until {@link BankSimulator#deliver()} is called. */
    ANSWER_LATE,
    /** The booking comes before the status, and lines come in reverse order. */
    ANSWER_OUT_OF_ORDER,
    /** The booking names one end-to-end id that nobody ever sent. */
    UNKNOWN_END_TO_END_ID,
    /** The booking's first line is one dirham more than was ordered. */
    WRONG_AMOUNT,
    /** Bookings bear no reference of the bank, so that one told twice and two look alike. */
    WITHOUT_REFERENCE,
    /** After the booking comes another one under the same message id, with another amount. */
    ANOTHER_BOOKING_UNDER_THE_SAME_ID
}
