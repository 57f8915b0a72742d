package ma.riaya.beneficiary.name;

import java.util.List;

/** What a name loses that lacks words of the other. */
enum Lacking {
    /** Both names are whole, as papers write them. */
    OF_A_PERSON(0.9, 0.97, 0.9, 0.97, 0.55, 0.55),
    /** The first is what someone asks for, who rarely says all. */
    OF_A_QUESTION(0.62, 0.62, 0.95, 0.985, 1, 0.75);

    static final double SWAPPED = 0.985;

    private static final double TITLE = 0.99;
    private static final double ENDING = 0.8;

    /** Each has a word that the other lacks: they contradict each other. */
    private static final double CONTRADICTED = 0.45;

    private final double mine;
    private final double moreOfMine;
    private final double theirs;
    private final double moreOfTheirs;
    private final double oneWordGiven;
    private final double oneWordMet;

    Lacking(
            double mine,
            double moreOfMine,
            double theirs,
            double moreOfTheirs,
            double oneWordGiven,
            double oneWordMet) {
        this.mine = mine;
        this.moreOfMine = moreOfMine;
        this.theirs = theirs;
        this.moreOfTheirs = moreOfTheirs;
        this.oneWordGiven = oneWordGiven;
        this.oneWordMet = oneWordMet;
    }

    /** What is left where only one word is met of {@code asked}. */
    double oneWord(long asked) {
        return asked < 2 ? oneWordGiven : oneWordMet;
    }

    /** What is left where the words in the masks are without a partner. */
    double share(List<Word> ones, int mineLeft, List<Word> others, int theirsLeft) {
        double share = share(ones, mineLeft, mine, moreOfMine) * share(others, theirsLeft, theirs, moreOfTheirs);
        return hasName(ones, mineLeft) && hasName(others, theirsLeft) ? share * CONTRADICTED : share;
    }

    private static double share(List<Word> words, int left, double first, double more) {
        double share = 1;
        boolean lacked = false;
        for (int i = 0; i < words.size(); i++) {
            if ((left & 1 << i) != 0) {
                share *= switch (words.get(i).role()) {
                    case TITLE -> TITLE;
                    case ENDING -> ENDING;
                    case NAME -> lacked ? more : first;
                };
                lacked |= words.get(i).isName();
            }
        }
        return share;
    }

    private static boolean hasName(List<Word> words, int left) {
        for (int i = 0; i < words.size(); i++) {
            if ((left & 1 << i) != 0 && words.get(i).isName()) {
                return true;
            }
        }
        return false;
    }
}
