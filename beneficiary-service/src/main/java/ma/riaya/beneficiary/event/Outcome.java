package ma.riaya.beneficiary.event;

/** What became of a step. */
enum Outcome {
    /** What is known is so because of it. */
    APPLIED,
    /** It was so already. */
    ALREADY,
    /** A source or a hand says otherwise: what they said stands, and someone looks at it. */
    CONFLICT,
    /** There was nothing to close, or the age had been reached. */
    NOTHING
}
