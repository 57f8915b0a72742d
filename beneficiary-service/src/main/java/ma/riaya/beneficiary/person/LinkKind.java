package ma.riaya.beneficiary.person;

/** What one person is to another. */
public enum LinkKind {
    SPOUSE,
    CHILD,
    PARENT,
    /** Whoever acts for a minor or for someone who cannot act. */
    GUARDIAN
}
