package ma.riaya.welfare.payment;

/** What became of a line of the bank. */
enum LineOutcome {
    /** It moved the payment. */
    APPLIED,
    /** It said what was known. */
    ALREADY,
    /** It announced something and decided nothing. */
    NOTED,
    /** It changed nothing, and a person has to look. */
    EXCEPTION
}
