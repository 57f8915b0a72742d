package ma.riaya.welfare.aidrequest;

/** How a request came in. */
public enum Channel {
    /** At the counter of the office. */
    COUNTER,
    /** On a round of a mobile unit. */
    MOBILE,
    /** From the family itself. */
    FAMILY
}
