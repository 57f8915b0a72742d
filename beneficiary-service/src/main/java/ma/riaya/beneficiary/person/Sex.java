package ma.riaya.beneficiary.person;

/** As the identity card says it. */
public enum Sex {
    F,
    M
}
