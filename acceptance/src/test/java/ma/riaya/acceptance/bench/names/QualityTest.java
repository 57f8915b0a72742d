package ma.riaya.acceptance.bench.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark prints is counted right. */
class QualityTest {

    private static final List<Quality.Scored> PAIRS =
            List.of(same(0.9), same(0.8), same(0.4), different(0.7), different(0.3), different(0.2));

    @Test
    void precisionAndRecallAreThoseOfTheThreshold() {
        Quality quality = Quality.at(0.6, PAIRS);
        assertThat(quality.precision()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(quality.recall()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(quality.f1()).isEqualTo(2 / 3.0, within(1e-9));
    }

    @Test
    void theBestThresholdIsOneThatOccurs() {
        assertThat(Quality.best(PAIRS).threshold()).isEqualTo(0.4);
        assertThat(Quality.best(PAIRS).recall()).isEqualTo(1);
    }

    @Test
    void theRankingAsksForNoThreshold() {
        assertThat(Quality.ranking(PAIRS)).isEqualTo(8 / 9.0, within(1e-9));
        assertThat(Quality.ranking(List.of(same(0.5), different(0.5)))).isEqualTo(0.5);
    }

    @Test
    void aPairIsInOneHalfForEver() {
        assertThat(LabelledPair.Half.of("a", "d")).isEqualTo(LabelledPair.Half.TUNE);
        assertThat(LabelledPair.Half.of("a", "b")).isEqualTo(LabelledPair.Half.REPORT);
    }

    @Test
    void othersAreGivenLatinLetters() {
        assertThat(Rivals.latin("Aïcha EL-ALAOUI")).isEqualTo("aicha el alaoui");
        assertThat(Rivals.latin("محمد")).isEqualTo("mhmd");
    }

    private static Quality.Scored same(double score) {
        return new Quality.Scored(score, LabelledPair.Truth.SAME);
    }

    private static Quality.Scored different(double score) {
        return new Quality.Scored(score, LabelledPair.Truth.DIFFERENT);
    }
}
