package ma.riaya.beneficiary.protection;

/** Why a sensitive field is read (Law 09-08, article 3: data is used for stated purposes). */
public enum Purpose {
    AID_INSTRUCTION,
    PAYMENT,
    REGISTRY_MAINTENANCE,
    AUDIT
}
