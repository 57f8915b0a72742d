package ma.riaya.acceptance.bench.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The comparison sees a difference where there is one, and none where there is none. */
class ComparisonTest {

    @Test
    void theSameTimesTellNothing() {
        Random random = new Random(7);
        Comparison times = new Comparison(sample(random, 0), sample(random, 0));
        assertThat(times.p()).isGreaterThan(0.05);
        assertThat(times.chanceSlower()).isCloseTo(0.5, within(0.02));
        assertThat(times.interval(7)[0]).isNegative();
        assertThat(times.interval(7)[1]).isPositive();
    }

    @Test
    void aTenthOfTheSpreadIsSeen() {
        Random random = new Random(7);
        Comparison times = new Comparison(sample(random, 10_000), sample(random, 0));
        assertThat(times.p()).isLessThan(0.001);
        assertThat(times.chanceSlower()).isGreaterThan(0.51);
        assertThat(times.medianDifference()).isPositive();
        assertThat(times.interval(7)[0]).isPositive();
    }

    /** The worked example of a textbook: 19, 22, 16, 29, 24 against 20, 11, 17, 12. */
    @Test
    void itCountsAsTheTextbookDoes() {
        Comparison times = new Comparison(new long[] {19, 22, 16, 29, 24}, new long[] {20, 11, 17, 12});
        assertThat(times.chanceSlower()).isEqualTo(17 / 20.0);
        assertThat(times.p()).isCloseTo(0.0864, within(0.0005));
    }

    private static long[] sample(Random random, long more) {
        return random.doubles(4_000)
                .mapToLong(share -> 1_000_000 + more + (long) (100_000 * random.nextGaussian()))
                .toArray();
    }
}
