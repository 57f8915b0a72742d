package ma.riaya.beneficiary.person;

/** Whose value stands where two records that become one differ. */
public enum MergedChoice {
    SURVIVOR,
    MERGED
}
