package ma.riaya.acceptance.registry;

enum Category {
    ACTIVE,
    RETIRED,
    WIDOWED_SPOUSE,
    ORPHAN,
    INJURED_ON_DUTY,
    SPOUSE,
    CHILD,
    PARENT
}
