package ma.riaya.beneficiary.name;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A word of a name taken apart once, for the many comparisons that follow. */
final class Heard {

    /** A short word has no room for a difference. */
    private static final double LEAST_WEIGHT = 1.7;

    private static final double FAR = 1;

    /** So far apart, nobody asks how far. */
    private static final double HOPELESS = 0.7;

    private static final int MOST_KEPT = 200_000;
    private static final Remembered<String, Heard> KEPT = new Remembered<>(MOST_KEPT);

    private final String text;
    private final Word.Script script;
    private final List<Reading> readings;
    private final double heaviest;
    private volatile @Nullable Map<Integer, Double> names;

    private Heard(String text, Word.Script script) {
        this.text = text;
        this.script = script;
        this.readings = Reading.of(text, script);
        this.heaviest = readings.stream().mapToDouble(Reading::weight).max().orElse(0);
    }

    static Heard of(String text, Word.Script script) {
        return KEPT.get(text, written -> new Heard(written, script));
    }

    /** Which usual names it may be, as {@link Lexicon} says: worked out once, for as long as the word is there. */
    Map<Integer, Double> names() {
        Map<Integer, Double> known = names;
        if (known == null) {
            known = Lexicon.usual().nearest(this);
            names = known;
        }
        return known;
    }

    String text() {
        return text;
    }

    Word.Script script() {
        return script;
    }

    List<Reading> readings() {
        return readings;
    }

    boolean isSameAs(Heard other) {
        return script == other.script && text.equals(other.text);
    }

    /** Whether one is written as the other, an article apart. */
    boolean isWrittenAs(Heard other) {
        return isSameAs(other) || (script == other.script && bare().equals(other.bare()));
    }

    boolean hasConsonantsOf(Heard other) {
        return skeleton().equals(other.skeleton());
    }

    private String skeleton() {
        return readings.isEmpty() ? "" : SoundIndex.skeleton(readings.getFirst().sounds());
    }

    private String bare() {
        return script == Word.Script.ARABIC && text.startsWith("ال") && text.length() >= 5 ? text.substring(2) : text;
    }

    /** How far the sounds are apart: 0 where they are the same, 1 where nothing is. */
    double distance(Heard other) {
        if (script == Word.Script.ARABIC && other.script == Word.Script.LATIN) {
            return other.distance(this);
        }
        if (areOfOtherLengths(text, other.text)) {
            return FAR;
        }
        Costs costs = Costs.between(script, other.script);
        double least = script == other.script ? Slip.between(text, other.text) : Slip.NONE;
        double whole = Double.MAX_VALUE;
        double telling = Double.MAX_VALUE;
        double leftOut = FAR;
        double most = HOPELESS * Math.max(LEAST_WEIGHT, Math.max(heaviest, other.heaviest));
        for (Reading mine : readings) {
            for (Reading theirs : other.readings) {
                if (mine.isFarFrom(theirs)) {
                    continue;
                }
                double weight = Math.max(mine.weight(), theirs.weight());
                if (mine.prefix().equals(theirs.prefix())) {
                    least = Math.min(least, cost(mine, theirs, costs, most));
                    if (mine.prefix().isEmpty()) {
                        whole = Math.min(whole, weight);
                    } else if (weight >= LEAST_WEIGHT) {
                        telling = Math.min(telling, weight);
                    }
                } else if (mine.tellsWithout(theirs) || theirs.tellsWithout(mine)) {
                    double lacking = mine.lacking() + theirs.lacking();
                    leftOut = Math.min(leftOut, (cost(mine, theirs, costs, most) + lacking) / weight);
                }
            }
        }
        double weight = Math.min(Math.min(whole, telling), Math.max(wholeWeight(), other.wholeWeight()));
        return Math.min(FAR, Math.min(leftOut, least / Math.max(weight, LEAST_WEIGHT)));
    }

    static boolean areOfOtherLengths(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer - Math.min(one.length(), other.length()) > longer / 2 + 1;
    }

    private double wholeWeight() {
        return readings.isEmpty() ? LEAST_WEIGHT : readings.getFirst().weight();
    }

    private static double cost(Reading mine, Reading theirs, Costs costs, double most) {
        return Alignment.cost(mine.sounds(), theirs.sounds(), costs, most) + mine.cost() + theirs.cost();
    }

    /** A name is never logged. */
    @Override
    public String toString() {
        return "word";
    }
}
