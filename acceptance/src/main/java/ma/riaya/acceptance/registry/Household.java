package ma.riaya.acceptance.registry;

/**
 * One family of the plan: who it is about, how that person stands to the Aïd grant, and how many relatives it has.
 * The size is fixed before the family is made, so that the registry has its number of people exactly.
 */
record Household(Head head, Standing standing, int spouses, int children, int parents) {

    enum Head {
        /** An officer in service, with the family. */
        OFFICER,
        /** A retired officer, with the family. */
        RETIREE,
        /** A dead officer's widow, with him and their children. */
        WIDOW,
        /** A dead woman officer's widower: never under the ceiling, for the campaign is known by its widows. */
        WIDOWER
    }

    enum Standing {
        NOT_CONCERNED,
        ENTITLED_IN_JULY,
        ENTITLED_BY_DECEMBER,
        ABOVE_THE_CEILING,
        ONE_CENT_ABOVE,
        DEAD,
        REMARRIED,
        WITHOUT_ACCOUNT,
        WRONG_RIB,
        WITHOUT_ACCOUNT_BY_DECEMBER
    }

    /** An officer who lives alone. */
    static final Household ONE_OFFICER = new Household(Head.OFFICER, Standing.NOT_CONCERNED, 0, 0, 0);

    int size() {
        return 1 + spouses + children + parents;
    }

    /** Whether HR keeps the family's record; the pension fund keeps the others. */
    boolean isInService() {
        return head == Head.OFFICER;
    }
}
