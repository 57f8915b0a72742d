package ma.riaya.beneficiary.person;

/** What a record holds, row by row. */
public enum PartKind {
    CATEGORY,
    LINK,
    PENSION,
    PAYEE,
    ACCOUNT,
    /** An event of the life itself. */
    EVENT
}
