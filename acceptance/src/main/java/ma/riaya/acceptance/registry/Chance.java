package ma.riaya.acceptance.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Repeatable chance: SplitMix64 written out, so that the same seed gives the same registry on every JDK to come.
 *
 * <p>Each household has its own stream, so a change in how one kind is made leaves the others as they were.
 */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    static Chance stream(long seed, long stream) {
        return new Chance(mixed(mixed(seed) ^ mixed(stream * GOLDEN + 1)));
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    /** A number from 0 to {@code bound} − 1. */
    int below(int bound) {
        return (int) ((nextLong() >>> 33) % bound);
    }

    /** A number from {@code low} to {@code high}, both included; {@code low} where the two cross. */
    int between(int low, int high) {
        return high <= low ? low : low + below(high - low + 1);
    }

    /** Between the two, and nearer to the first of them: ages and years of service are not spread evenly. */
    int nearerFirst(int first, int far) {
        int span = Math.abs(far - first);
        int step = Math.min(between(0, span), between(0, span));
        return far < first ? first - step : first + step;
    }

    boolean percent(int percent) {
        return below(100) < percent;
    }

    boolean permille(int permille) {
        return below(1000) < permille;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** An index of {@code weights}, as often as its weight says. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int drawn = below(total);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index];
            index++;
        }
        return index;
    }

    /** A day from {@code first} to {@code last}, both included; {@code first} where the two cross. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) ChronoUnit.DAYS.between(first, last)));
    }

    /** The first day of a month, on or after {@code first} and on or before {@code last}. */
    LocalDate firstOfMonth(LocalDate first, LocalDate last) {
        LocalDate earliest = first.getDayOfMonth() == 1 ? first : Dates.nextFirstOfMonth(first);
        int months = (int) ChronoUnit.MONTHS.between(earliest, last);
        return earliest.plusMonths(between(0, months));
    }
}
