package ma.riaya.beneficiary.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.riaya.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The RIB of Morocco: 3, 3, 16 and 2 digits. */
class RibTest {

    @ParameterizedTest
    @ValueSource(strings = {"011519000001205000534921", "001810007800020110620318"})
    void thePublishedExamplesAreGood(String published) {
        Rib rib = Rib.parse(published);
        assertThat(rib.iban()).isEqualTo("MA64" + published);
        assertThat(rib.isOfAKnownBank()).isTrue();
        assertThat(Rib.ofIban(rib.iban())).isEqualTo(rib);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "011 519 0000012050005349 21",
                "011-519-0000012050005349-21",
                "٠١١٥١٩٠٠٠٠٠١٢٠٥٠٠٠٥٣٤٩٢١",
                "ma64 0115 1900 0001 2050 0053 4921",
                "\u200f011519000001205000534921\u00a0"
            })
    void howeverItIsWritten(String written) {
        assertThat(Rib.parse(written).digits()).isEqualTo("011519000001205000534921");
    }

    @ParameterizedTest
    @CsvSource({
        "011519000001205000534922, rib-key-wrong",
        "000000000000000000000000, rib-key-wrong",
        "230000000000000000000298, rib-key-wrong",
        "230000000000000000003499, rib-key-wrong",
        "230000000000000000006700, rib-key-wrong",
        "011519000001205000543921, rib-key-wrong",
        "01151900000120500053492, rib-not-24-digits",
        "0115190000012050005349211, rib-not-24-digits",
        "01151900000120500053492A, rib-not-24-digits",
        "' ', rib-not-24-digits",
        "MA64, rib-not-24-digits",
        "MA65011519000001205000534921, iban-not-moroccan",
        "FR7630006000011234567890189, iban-not-moroccan"
    })
    void eachFaultHasItsName(String written, String code) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Rib.parse(written))
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aBankThatIsOnNoListIsOnlyDoubted() {
        assertThat(Rib.parse("999780000000000000000008").isOfAKnownBank()).isFalse();
    }

    @Test
    void itIsShownMaskedAndNeverPrinted() {
        Rib rib = Rib.parse("011519000001205000534921");
        assertThat(rib.maskedIban()).endsWith("4921").doesNotContain("0115");
        assertThat(rib.toString()).doesNotContain("4921");
    }
}
