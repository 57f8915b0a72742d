package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.riaya.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number of identity is kept however it comes. */
class CinTest {

    @ParameterizedTest
    @CsvSource({
        "U14233, U14233, true",
        "ui 14 233, UI14233, true",
        "Ab-123٤, AB1234, true",
        "148271, 148271, false",
        "14233U, 14233U, false",
        "ABC123, ABC123, false",
        "U12345678, U12345678, false",
        "U-14233?, U14233?, false"
    })
    void itIsNormalisedAndNeverRefused(String written, String number, boolean verified) {
        Cin cin = Cin.parse(written).orElseThrow();
        assertThat(cin.number()).isEqualTo(number);
        assertThat(cin.isVerified()).isEqualTo(verified);
    }

    @Test
    void nothingWrittenIsNoNumber() {
        assertThat(Cin.parse(null)).isEmpty();
        assertThat(Cin.parse(" - ")).isEmpty();
    }

    @Test
    void whatIsMaskedDoesNotComeBack() {
        String masked = new Cin("UI14233").masked();
        assertThat(masked).isEqualTo("U••••33");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Cin.parse(masked))
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo("cin-masked"));
        assertThat(new Cin("AB1").masked()).isEqualTo("•••");
    }
}
