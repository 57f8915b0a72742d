package ma.riaya.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final long MILLI = 1_000_000;

    @Test
    void ratesAndPercentilesAreThoseOfAllClientsTogether() {
        long[] one = LongStream.rangeClosed(1, 50).map(milli -> milli * MILLI).toArray();
        long[] other =
                LongStream.rangeClosed(51, 100).map(milli -> milli * MILLI).toArray();

        Figures figures = Figures.of(List.of(one, other), 2_000 * MILLI);

        assertThat(figures.acts()).isEqualTo(100);
        assertThat(figures.perSecond()).isEqualTo(50, within(0.001));
        assertThat(figures.medianMillis()).isEqualTo(51, within(0.001));
        assertThat(figures.p95Millis()).isEqualTo(96, within(0.001));
        assertThat(figures.p99Millis()).isEqualTo(100, within(0.001));
    }

    @Test
    void aLoadThatDidNothingHasNoFigures() {
        assertThatThrownBy(() -> Figures.of(List.of(new long[0]), MILLI)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyActIsDoneOnceAndCounted() throws Exception {
        AtomicInteger sum = new AtomicInteger();

        Figures figures = new Load(4).times(100, sum::addAndGet);

        assertThat(figures.acts()).isEqualTo(100);
        assertThat(sum).hasValue(99 * 100 / 2);
    }

    @Test
    void aFailedActEndsTheLoadWithItsFault() {
        assertThatThrownBy(() -> new Load(2).times(10, number -> {
                    if (number == 5) {
                        throw new IllegalStateException("refused");
                    }
                }))
                .hasRootCauseMessage("refused");
    }
}
