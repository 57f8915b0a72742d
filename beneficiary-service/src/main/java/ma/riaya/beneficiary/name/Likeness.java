package ma.riaya.beneficiary.name;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How far two words are from being one name: by their sounds, and by what is known of the names that many bear.
 *
 * <p>It remembers what it has compared: one for a search or a part of a file, for one thread.
 */
final class Likeness {

    private static final double MARGIN = 0.02;

    /** A word that is no name and one letter from a name is mostly that name, mistyped. */
    private static final double SLIP_FOR_A_NAME = 0.14;

    /** Two words that are two known names. */
    private static final double TWO_NAMES = 0.45;

    private final Map<Heard, Map<Heard, Double>> compared = new IdentityHashMap<>();

    double distance(Heard one, Heard other) {
        if (one.isSameAs(other)) {
            return 0;
        }
        return compared.computeIfAbsent(one, first -> new IdentityHashMap<>())
                .computeIfAbsent(other, second -> compare(one, second));
    }

    private static double compare(Heard one, Heard other) {
        double heard = one.distance(other);
        Map<Integer, Double> mine = Lexicon.usual().near(one);
        Map<Integer, Double> theirs = Lexicon.usual().near(other);
        double myNearest = nearest(mine);
        double theirNearest = nearest(theirs);
        double shared = 1;
        for (Map.Entry<Integer, Double> name : mine.entrySet()) {
            shared = Math.min(shared, name.getValue() + theirs.getOrDefault(name.getKey(), 1.0));
        }
        boolean areNames = myNearest < Lexicon.IS_NAME && theirNearest < Lexicon.IS_NAME;
        if (areNames && shared > myNearest + theirNearest + MARGIN) {
            return Math.max(heard, TWO_NAMES);
        }
        boolean oneIsName = myNearest < Lexicon.IS_NAME != theirNearest < Lexicon.IS_NAME;
        boolean isSlip = one.script() == other.script() && Slip.isOfTheFinger(one.text(), other.text());
        return Math.min(oneIsName && isSlip ? Math.min(heard, SLIP_FOR_A_NAME) : heard, shared);
    }

    private static double nearest(Map<Integer, Double> names) {
        double nearest = 1;
        for (double distance : names.values()) {
            nearest = Math.min(nearest, distance);
        }
        return nearest;
    }
}
