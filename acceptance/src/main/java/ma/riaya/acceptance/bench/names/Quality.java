package ma.riaya.acceptance.bench.names;

import java.util.Arrays;
import java.util.List;

/** How often a method is right at a threshold. */
record Quality(double threshold, int found, int wrong, int missed) {

    /** A pair's score, and whether it is one person's. */
    record Scored(double score, LabelledPair.Truth truth) {}

    static Quality at(double threshold, List<Scored> pairs) {
        int found = 0;
        int wrong = 0;
        int missed = 0;
        for (Scored pair : pairs) {
            boolean said = pair.score() >= threshold;
            boolean same = pair.truth() == LabelledPair.Truth.SAME;
            found += said && same ? 1 : 0;
            wrong += said && !same ? 1 : 0;
            missed += !said && same ? 1 : 0;
        }
        return new Quality(threshold, found, wrong, missed);
    }

    /** The threshold with the best F1 among the scores that occur. */
    static Quality best(List<Scored> pairs) {
        return Arrays.stream(
                        pairs.stream().mapToDouble(Scored::score).distinct().toArray())
                .mapToObj(threshold -> at(threshold, pairs))
                .reduce((one, other) -> other.f1() > one.f1() ? other : one)
                .orElseThrow();
    }

    /** How often a pair of one person scores above one of two: 0.5 is chance, whatever the threshold. */
    static double ranking(List<Scored> pairs) {
        double won = 0;
        long all = 0;
        for (Scored same : pairs) {
            for (Scored different : pairs) {
                if (same.truth() == LabelledPair.Truth.SAME && different.truth() == LabelledPair.Truth.DIFFERENT) {
                    won += same.score() > different.score() ? 1 : same.score() == different.score() ? 0.5 : 0;
                    all++;
                }
            }
        }
        return all == 0 ? 0.5 : won / all;
    }

    double precision() {
        return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    double f1() {
        return 2.0 * found / Math.max(1, 2 * found + wrong + missed);
    }
}
