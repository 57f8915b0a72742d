package ma.riaya.beneficiary.event;

/** What can happen in a life. */
enum EventKind {
    RETIREMENT(Other.NONE, Hands.MANAGER),
    INJURY_ON_DUTY(Other.NONE, Hands.MANAGER),
    DEATH(Other.NONE, Hands.MANAGER),
    MARRIAGE(Other.NEEDED, Hands.OFFICER),
    DIVORCE(Other.NEEDED, Hands.OFFICER),
    /** Of a widow or widower; the new spouse need not be on record. */
    REMARRIAGE(Other.POSSIBLE, Hands.MANAGER),
    /** Of the child that is named, in the life of its father or mother. */
    BIRTH(Other.NEEDED, Hands.OFFICER),
    /** Its day is the first one without school, which a yearly certificate may set ahead. */
    END_OF_SCHOOLING(Other.NONE, Hands.MANAGER),
    DISABILITY(Other.NONE, Hands.MANAGER);

    private final Other other;
    private final Hands hands;

    EventKind(Other other, Hands hands) {
        this.other = other;
        this.hands = hands;
    }

    /** Whether another person belongs to it. */
    enum Other {
        NONE,
        POSSIBLE,
        NEEDED
    }

    /** Who enters it. */
    enum Hands {
        /** An officer or the head of the office that follows the person, besides the registry managers: no money hangs on it alone. */
        OFFICER,
        /** A registry manager: it opens or closes what pensions and cash aid are paid on. */
        MANAGER
    }

    Other other() {
        return other;
    }

    Hands hands() {
        return hands;
    }

    /** Whether it happens once in a life. */
    boolean isOnce() {
        return this == RETIREMENT || this == DEATH;
    }

    /** Whether its evidence tells of someone's health. */
    boolean isOfHealth() {
        return this == DISABILITY || this == INJURY_ON_DUTY;
    }
}
