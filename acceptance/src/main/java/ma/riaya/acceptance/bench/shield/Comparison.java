package ma.riaya.acceptance.bench.shield;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two samples of times beside each other.
 *
 * @param hidden nanoseconds of the answers about shielded people
 * @param nobody nanoseconds of those about nobody
 */
@SuppressWarnings("ArrayRecordComponent")
record Comparison(long[] hidden, long[] nobody) {

    private static final int RESAMPLES = 2_000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    Comparison {
        hidden = sorted(hidden);
        nobody = sorted(nobody);
    }

    /** The value below which this share of a sorted sample lies. */
    static long quantile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    /** How much later the median of the hidden is, in nanoseconds. */
    long medianDifference() {
        return quantile(hidden, 0.5) - quantile(nobody, 0.5);
    }

    /** Between which differences 95 in 100 resampled pairs of samples lie. */
    long[] interval(long seed) {
        Random random = new Random(seed);
        long[] differences = IntStream.range(0, RESAMPLES)
                .mapToLong(i -> median(resampled(hidden, random)) - median(resampled(nobody, random)))
                .sorted()
                .toArray();
        return new long[] {quantile(differences, LOW), quantile(differences, HIGH)};
    }

    /** How often an answer about someone hidden is the slower of a pair; 0.5 where the time tells nothing. */
    double chanceSlower() {
        return u() / ((double) hidden.length * nobody.length);
    }

    /** The p of Mann and Whitney, two-sided, by the normal approximation with its correction for ties. */
    double p() {
        double n = hidden.length;
        double m = nobody.length;
        double ties = ties();
        double spread = Math.sqrt(n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
        double z = Math.abs(u() - n * m / 2) / spread;
        return 2 * (1 - normal(z));
    }

    /** Pairs in which the hidden one is slower, ties counted half. */
    private double u() {
        double pairs = 0;
        for (long one : hidden) {
            int below = countBelow(nobody, one);
            pairs += below + (countBelow(nobody, one + 1) - below) / 2.0;
        }
        return pairs;
    }

    private double ties() {
        long[] all = sorted(IntStream.range(0, hidden.length + nobody.length)
                .mapToLong(i -> i < hidden.length ? hidden[i] : nobody[i - hidden.length])
                .toArray());
        double sum = 0;
        for (int i = 0; i < all.length; ) {
            int end = i;
            while (end < all.length && all[end] == all[i]) {
                end++;
            }
            double same = (double) end - i;
            sum += same * same * same - same;
            i = end;
        }
        return sum;
    }

    private static int countBelow(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Abramowitz and Stegun 26.2.17; good to seven decimals. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return 1
                - density
                        * t
                        * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return quantile(values, 0.5);
    }

    private static long[] resampled(long[] from, Random random) {
        return random.ints(from.length, 0, from.length).mapToLong(i -> from[i]).toArray();
    }

    private static long[] sorted(long[] values) {
        long[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
