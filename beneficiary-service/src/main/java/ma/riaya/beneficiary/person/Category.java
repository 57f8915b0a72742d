package ma.riaya.beneficiary.person;

/** What a person is to the institution, for a period. */
public enum Category {
    ACTIVE,
    RETIRED,
    WIDOWED_SPOUSE,
    ORPHAN,
    INJURED_ON_DUTY,
    SPOUSE,
    CHILD,
    PARENT
}
