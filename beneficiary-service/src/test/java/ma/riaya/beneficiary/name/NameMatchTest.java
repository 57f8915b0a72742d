package ma.riaya.beneficiary.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A match says part by part what agrees and how. */
class NameMatchTest {

    private final CompareNames compare = new CompareNames();

    @Test
    void eachPartSaysHowItAgrees() {
        NameMatch match = compare.compare("Abdel Latif BENANI", "عبد اللطيف بناني");
        assertThat(match.parts())
                .containsExactly(
                        part("Abdel Latif", "عبد اللطيف", NameMatch.How.OTHER_SCRIPT),
                        part("BENANI", "بناني", NameMatch.How.OTHER_SCRIPT));
        assertThat(match.swapped()).isFalse();
    }

    @Test
    void theOrderIsSaidWhereItIsAnother() {
        NameMatch match = compare.compare("TAZI Mouhamed", "Mohamed Tazi");
        assertThat(match.swapped()).isTrue();
        assertThat(match.parts())
                .containsExactly(
                        part("TAZI", "Tazi", NameMatch.How.SAME),
                        part("Mouhamed", "Mohamed", NameMatch.How.OTHER_SPELLING));
    }

    @Test
    void aSlipAndAPartLeftOutAreSaid() {
        assertThat(compare.compare("Mohamed Amine Benjellonu", "Mohamed Benjelloun")
                        .parts())
                .contains(
                        part("Benjellonu", "Benjelloun", NameMatch.How.SIMILAR),
                        part("Amine", null, NameMatch.How.MISSING));
    }

    @Test
    void whatIsJoinedIsSaidToBe() {
        assertThat(compare.compare("Oum Kaltoum Raji", "Oumkaltoum Raji").score())
                .isGreaterThan(0.97);
        assertThat(compare.compare("Abou Bakr Raji", "Boubker Raji").score()).isGreaterThan(NameMatch.SAME_PERSON);
        List<NameMatch.Part> parts =
                compare.compare("Lah Cen Raji", "Lahcen Raji").parts();
        assertThat(parts)
                .contains(new NameMatch.Part("Lah Cen", "Lahcen", NameMatch.How.SAME, NameMatch.Wording.JOINED));
    }

    @Test
    void nobodyReadsANameInALog() {
        assertThat(compare.compare("Zineb Mouline", "زينب مولين").toString())
                .doesNotContain("Zineb", "Mouline", "زينب");
    }

    private static NameMatch.Part part(String asked, @Nullable String found, NameMatch.How how) {
        return new NameMatch.Part(asked, found, how, NameMatch.Wording.APART);
    }
}
