package ma.riaya.kit.identity;

/** What ties a caller to the thing asked for; a rule may forbid what a role alone would allow. */
public enum Relation {
    /** The thing is about the caller's own record. */
    OWN_FILE,
    /** The caller did the act that now wants a second person. */
    OWN_ACT,
    /** The thing belongs to the caller's office, or the caller sits at headquarters. */
    IN_REACH,
    /** The thing belongs to another office. */
    OUT_OF_REACH
}
