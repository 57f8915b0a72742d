package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.riaya.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dirhams are exact. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1850.00, 1850.00", "1850, 1850.00", "0.5, 0.50", "0, 0.00"})
    void twoDecimals(String written, String amount) {
        assertThat(Money.ofDirhams(written).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, amount-negative",
        "1850.001, amount-too-fine",
        "1850.000, amount-too-fine",
        "'1 850', amount-unreadable",
        "'1850,00', amount-unreadable",
        "1e3, amount-unreadable",
        "'', amount-unreadable"
    })
    void eachFaultHasItsName(String written, String code) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Money.ofDirhams(written))
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void theBoundItselfIsWithin() {
        Money bound = Money.ofDirhams("2000");
        assertThat(Money.ofDirhams("2000.00").isAtMost(bound)).isTrue();
        assertThat(Money.ofDirhams("2000.01").isAtMost(bound)).isFalse();
    }
}
