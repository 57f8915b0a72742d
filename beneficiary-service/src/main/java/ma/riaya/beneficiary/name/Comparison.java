package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the words of two names side by side in the way in which they agree most; for one pair and one thread. */
final class Comparison {

    private static final double JOINED = 0.01;
    private static final double PARTNER = 0.12;

    /** Further apart, two words are not laid side by side. */
    private static final double FARTHEST = 0.5;

    private final List<Word> one;
    private final List<Word> other;
    private final List<Unit> ones;
    private final List<Unit> others;
    private final double[][] distances;
    private final Lacking lacking;
    private final @Nullable Step[] best;

    /** Two parts that belong together; {@code distance} is 0 where they are written the same. */
    record Pair(Unit mine, Unit theirs, double distance) {}

    record Result(double score, List<Pair> pairs, boolean swapped) {}

    private record Step(double log, @Nullable Pair pair) {}

    private Comparison(List<Word> one, List<Word> other, Lacking lacking, Likeness likeness) {
        this.one = one;
        this.other = other;
        this.lacking = lacking;
        ones = Unit.of(one);
        others = Unit.of(other);
        distances = new double[ones.size()][others.size()];
        for (int i = 0; i < ones.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                distances[i][j] = distance(ones.get(i), others.get(j), likeness);
            }
        }
        best = new Step[1 << (one.size() + other.size())];
    }

    /** Whether any word of the one is near a word of the other: else the names are two, and need no closer look. */
    static boolean areNear(List<Word> one, List<Word> other, Likeness likeness) {
        for (Word mine : one) {
            Heard heard = Heard.of(mine.text(), mine.script());
            for (Word theirs : other) {
                if (mine.isName() && likeness.distance(heard, Heard.of(theirs.text(), theirs.script())) < PARTNER) {
                    return true;
                }
            }
        }
        return false;
    }

    static Result of(List<Word> one, List<Word> other, Lacking lacking, Likeness likeness) {
        return new Comparison(one, other, lacking, likeness).result();
    }

    private static double distance(Unit mine, Unit theirs, Likeness likeness) {
        if ((mine.isJoined() && theirs.isJoined()) || mine.isName() != theirs.isName()) {
            return 1;
        }
        if (!mine.isJoined() && !theirs.isJoined()) {
            return likeness.distance(mine.heard(), theirs.heard());
        }
        if (mine.isOfAnotherLength(theirs)) {
            return 1;
        }
        // A word that has a partner of its own joins nobody.
        Unit joined = mine.isJoined() ? mine : theirs;
        Unit single = mine.isJoined() ? theirs : mine;
        boolean stands = joined.words().stream().anyMatch(word -> likeness.distance(word, single.heard()) < PARTNER);
        return stands ? 1 : likeness.distance(mine.heard(), theirs.heard()) + JOINED;
    }

    private Result result() {
        int mine = (1 << one.size()) - 1;
        int theirs = (1 << other.size()) - 1;
        Step step = best(mine, theirs);
        double score = Math.exp(step.log());
        List<Pair> pairs = new ArrayList<>();
        while (step.pair() != null) {
            pairs.add(step.pair());
            mine &= ~step.pair().mine().mask();
            theirs &= ~step.pair().theirs().mask();
            step = best(mine, theirs);
        }
        pairs.sort(Comparator.comparingInt(pair -> pair.mine().from()));
        boolean swapped = isSwapped(pairs);
        return new Result(score * (swapped ? Lacking.SWAPPED : 1) * evidence(pairs), pairs, swapped);
    }

    /** One word that agrees is not a name of two. */
    private double evidence(List<Pair> pairs) {
        boolean enough = pairs.stream().filter(pair -> pair.mine().isName()).count() > 1
                || pairs.stream()
                        .anyMatch(
                                pair -> pair.mine().isJoined() || pair.theirs().isJoined());
        return enough || Math.max(names(one), names(other)) < 2 ? 1 : lacking.oneWord(names(one));
    }

    private static long names(List<Word> words) {
        return words.stream().filter(Word::isName).count();
    }

    private static boolean isSwapped(List<Pair> pairs) {
        int furthest = -1;
        for (Pair pair : pairs) {
            if (pair.mine().isName() && pair.theirs().from() < furthest) {
                return true;
            }
            furthest = pair.mine().isName() ? pair.theirs().from() : furthest;
        }
        return false;
    }

    private Step best(int mine, int theirs) {
        int state = mine << other.size() | theirs;
        Step known = best[state];
        if (known != null) {
            return known;
        }
        Step found = new Step(Math.log(lacking.share(one, mine, other, theirs)), null);
        for (int i = 0; i < ones.size(); i++) {
            Unit unit = ones.get(i);
            for (int j = 0; j < others.size() && unit.isWithin(mine); j++) {
                Unit against = others.get(j);
                double distance = distances[i][j];
                if (against.isWithin(theirs) && distance < FARTHEST) {
                    double log = Math.log(1 - distance)
                            + best(mine & ~unit.mask(), theirs & ~against.mask())
                                    .log();
                    found = log > found.log() ? new Step(log, new Pair(unit, against, distance)) : found;
                }
            }
        }
        best[state] = found;
        return found;
    }
}
