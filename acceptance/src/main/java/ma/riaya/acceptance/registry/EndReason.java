package ma.riaya.acceptance.registry;

/** Why a category ended, as the source says it. */
enum EndReason {
    RETIRED,
    DIED,
    DIED_ON_DUTY,
    WIDOWED,
    ORPHANED,
    REMARRIED,
    DIVORCED,
    MAJORITY
}
