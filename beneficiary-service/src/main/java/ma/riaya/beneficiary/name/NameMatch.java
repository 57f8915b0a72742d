package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How close two names are, and what says so.
 *
 * @param score from 0 to 1
 * @param swapped whether given and family name stand the other way round
 * @param parts what was laid side by side, and what has no partner
 */
public record NameMatch(double score, boolean swapped, List<Part> parts) {

    /** From here on two whole names are taken for one person's; the half of the labelled pairs that is for tuning chose it. */
    public static final double SAME_PERSON = 0.845;

    /** Two names that have nothing in common. */
    static final NameMatch NONE = new NameMatch(0, false, List.of());

    private static final double OTHERWISE_WRITTEN = 0.13;

    /** Further apart, another consonant is no habit of writing but a slip. */
    private static final double WRITTEN_BY_HABIT = 0.06;

    private static final double ROUNDED = 1000.0;

    /** How two parts agree. */
    public enum How {
        SAME,
        OTHER_SPELLING,
        OTHER_SCRIPT,
        /** A slip of the finger, or two names that sound alike. */
        SIMILAR,
        /** The other name has no such part. */
        MISSING
    }

    /** Two ways to write it in one or two words. */
    public enum Wording {
        APART,
        JOINED
    }

    /** A part as the one name writes it and as the other does; null where it has none. */
    public record Part(@Nullable String asked, @Nullable String found, How how, Wording wording) {

        /** A name is never logged. */
        @Override
        public String toString() {
            return "part " + how;
        }
    }

    static NameMatch of(Comparison.Result result, List<Word> asked, List<Word> found) {
        List<Part> parts = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        for (Comparison.Pair pair : result.pairs()) {
            boolean joined = pair.mine().isJoined() || pair.theirs().isJoined();
            parts.add(new Part(
                    pair.mine().written(),
                    pair.theirs().written(),
                    how(pair),
                    joined ? Wording.JOINED : Wording.APART));
            mine |= pair.mine().mask();
            theirs |= pair.theirs().mask();
        }
        for (int i = 0; i < asked.size(); i++) {
            if ((mine & 1 << i) == 0) {
                parts.add(new Part(asked.get(i).written(), null, How.MISSING, Wording.APART));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if ((theirs & 1 << i) == 0) {
                parts.add(new Part(null, found.get(i).written(), How.MISSING, Wording.APART));
            }
        }
        return new NameMatch(Math.round(result.score() * ROUNDED) / ROUNDED, result.swapped(), List.copyOf(parts));
    }

    private static How how(Comparison.Pair pair) {
        Heard mine = pair.mine().heard();
        Heard theirs = pair.theirs().heard();
        if (mine.isSameAs(theirs)) {
            return How.SAME;
        }
        if (pair.distance() > OTHERWISE_WRITTEN) {
            return How.SIMILAR;
        }
        if (mine.script() != theirs.script()) {
            return How.OTHER_SCRIPT;
        }
        boolean otherLetters = pair.distance() > WRITTEN_BY_HABIT && !mine.hasConsonantsOf(theirs);
        return otherLetters || Slip.isExchange(mine.text(), theirs.text()) ? How.SIMILAR : How.OTHER_SPELLING;
    }

    /** In a word: what the weakest part agrees by. */
    public Why why() {
        Why why = Why.SAME_NAME;
        for (Part part : parts) {
            Why one =
                    switch (part.how()) {
                        case SAME -> Why.SAME_NAME;
                        case OTHER_SPELLING, OTHER_SCRIPT -> Why.OTHER_SPELLING;
                        case SIMILAR -> Why.SIMILAR_NAME;
                        case MISSING -> part.asked() == null ? Why.SAME_NAME : Why.SIMILAR_NAME;
                    };
            why = one.compareTo(why) > 0 ? one : why;
        }
        return why;
    }

    /** What a name was found by, the strongest first. */
    public enum Why {
        SAME_NAME,
        OTHER_SPELLING,
        SIMILAR_NAME
    }
}
