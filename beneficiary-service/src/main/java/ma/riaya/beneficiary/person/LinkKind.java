package ma.riaya.beneficiary.person;

/** What one person is to another. */
public enum LinkKind {
    SPOUSE,
    CHILD,
    PARENT
}
