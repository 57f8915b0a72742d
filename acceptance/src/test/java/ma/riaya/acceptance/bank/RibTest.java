package ma.riaya.acceptance.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RibTest {

    @Test
    void publishedExamplesAreValid() {
        assertThat(Rib.isValid("011519000001205000534921")).isTrue();
        assertThat(Rib.isValid("001810007800020110620318")).isTrue();
    }

    @Test
    void anyOtherKeyIsWrong() {
        for (int key = 0; key < 100; key++) {
            String digits = "0115190000012050005349%02d".formatted(key);
            assertThat(Rib.isValid(digits)).as(digits).isEqualTo(key == 21);
        }
        assertThatThrownBy(() -> new Rib("011519000001205000534922")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsMadeAsTheRuleSays() {
        assertThat(Rib.of("001", "810", "0078000201106203").digits()).isEqualTo("001810007800020110620318");
    }

    @Test
    void anIbanCarriesTheRib() {
        Rib rib = new Rib("011519000001205000534921");
        assertThat(rib.iban()).isEqualTo("MA64011519000001205000534921");
        assertThat(Rib.fromIban(rib.iban())).contains(rib);
        assertThat(Rib.fromIban("MA65011519000001205000534921")).isEmpty();
        assertThat(Rib.fromIban("FR64011519000001205000534921")).isEmpty();
    }
}
