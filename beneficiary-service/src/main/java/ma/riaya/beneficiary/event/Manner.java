package ma.riaya.beneficiary.event;

/** How somebody died. */
enum Manner {
    /** Fallen on duty: the relatives are those of an officer fallen on duty. */
    ON_DUTY,
    /** While in active service, not on duty. */
    IN_SERVICE,
    OTHERWISE
}
