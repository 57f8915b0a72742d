package ma.riaya.acceptance.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * What a load gave.
 *
 * @param acts how many were done
 * @param perSecond acts a second over the whole load
 * @param medianMillis half of the acts were answered within this, in milliseconds
 * @param p95Millis 95 of 100 were answered within this, in milliseconds
 * @param p99Millis 99 of 100 were answered within this, in milliseconds
 */
record Figures(int acts, double perSecond, double medianMillis, double p95Millis, double p99Millis) {

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    static Figures of(Collection<long[]> nanosByClient, long totalNanos) {
        long[] nanos =
                nanosByClient.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (nanos.length == 0) {
            throw new IllegalStateException("the load did nothing");
        }
        return new Figures(
                nanos.length,
                nanos.length / (totalNanos / NANOS_A_SECOND),
                at(nanos, 0.50),
                at(nanos, 0.95),
                at(nanos, 0.99));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8d acts  %9.1f /s   p50 %7.2f ms   p99 %7.2f ms",
                acts,
                perSecond,
                medianMillis,
                p99Millis);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / NANOS_A_MILLI;
    }
}
