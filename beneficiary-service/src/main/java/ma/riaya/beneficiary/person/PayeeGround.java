package ma.riaya.beneficiary.person;

/** Why somebody else is paid. */
enum PayeeGround {
    /** Ends by itself at 18 years. */
    MINOR,
    /** A judgement says that the person cannot act. */
    INCAPABLE
}
