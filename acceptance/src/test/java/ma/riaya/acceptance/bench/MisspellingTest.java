package ma.riaya.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A misspelled name is one slip away from the name. */
class MisspellingTest {

    @Test
    void oneWordHasOneSlip() {
        Misspelling misspelling = new Misspelling(new Random(1));
        String name = "abdellatif ouazzani";
        int changed = 0;
        for (int i = 0; i < 200; i++) {
            String written = misspelling.of(name);
            assertThat(Math.abs(written.length() - name.length())).isLessThanOrEqualTo(1);
            assertThat(written.startsWith("abdellatif") || written.endsWith("ouazzani"))
                    .isTrue();
            changed += written.equals(name) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(150);
    }

    @Test
    void aRareNameIsTheSameForTheSameNumber() {
        assertThat(RareNames.of(7)).isEqualTo(RareNames.of(7)).isNotEqualTo(RareNames.of(8));
    }
}
