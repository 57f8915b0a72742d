package ma.riaya.beneficiary.person;

/** Who says what stands in the registry. */
public enum Source {
    /** A person entered or corrected it; no file replaces it. */
    ENTRY,
    /** It follows from an event of a life; no file replaces it, and a source that says the same founds it too. */
    EVENT,
    /** A file of the whole registry, such as the first load: it fills what nobody else owns. */
    REGISTRY,
    /** The staff's administration. */
    HR,
    /** The pension fund: pensions, deaths, and the accounts that pensions go to. */
    PENSION_FUND,
    /** The mutual: who belongs to whom. */
    MUTUAL
}
