package ma.riaya.beneficiary.name;

/** One slip of the finger between two words: a letter too many, one too few, one for another, or two exchanged. */
final class Slip {

    /** There are more differences than one, or one that makes another name. */
    static final double NONE = Double.MAX_VALUE;

    private static final double EXCHANGED = 0.35;
    private static final double TOO_MANY = 0.65;
    private static final double FOR_ANOTHER = 0.6;

    /** No finger goes so far astray: the letter is another because the name is. */
    private static final double FAR_ASTRAY = 0.9;

    private static final int LEAST_LETTERS = 4;

    /** At the end they make a woman's name of a man's, and a family of a name. */
    private static final String TELLING_AT_THE_END = "aiyهيى";

    private Slip() {}

    static boolean isExchange(String one, String other) {
        return between(one, other) == EXCHANGED;
    }

    static double between(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        if (shorter.length() < LEAST_LETTERS || longer.length() - shorter.length() > 1) {
            return NONE;
        }
        int first = 0;
        while (first < shorter.length() && longer.charAt(first) == shorter.charAt(first)) {
            first++;
        }
        if (longer.length() > shorter.length()) {
            boolean telling = first == shorter.length() && TELLING_AT_THE_END.indexOf(longer.charAt(first)) >= 0;
            if (telling || !longer.startsWith(shorter.substring(first), first + 1)) {
                return NONE;
            }
            return first > 0 ? TOO_MANY : FAR_ASTRAY;
        }
        if (first == longer.length()) {
            return 0;
        }
        boolean last = first == longer.length() - 1;
        if (!last
                && longer.charAt(first) == shorter.charAt(first + 1)
                && longer.charAt(first + 1) == shorter.charAt(first)
                && longer.startsWith(shorter.substring(first + 2), first + 2)) {
            return EXCHANGED;
        }
        boolean telling = last
                && TELLING_AT_THE_END.indexOf(longer.charAt(first)) >= 0
                && TELLING_AT_THE_END.indexOf(shorter.charAt(first)) >= 0;
        if (telling || !longer.startsWith(shorter.substring(first + 1), first + 1)) {
            return NONE;
        }
        return first > 0 && Keyboard.areNear(longer.charAt(first), shorter.charAt(first)) ? FOR_ANOTHER : FAR_ASTRAY;
    }

    /** Whether a finger may have slipped: no letter but the first is sure, and none is far from the one that was meant. */
    static boolean isOfTheFinger(String one, String other) {
        return one.charAt(0) == other.charAt(0) && between(one, other) < FAR_ASTRAY;
    }
}
