package ma.riaya.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenFormsTest {

    @Test
    void readTheOneFormOnly() {
        assertThat(WrittenForms.integer("-12")).isEqualTo(-12);
        assertThat(WrittenForms.date("2026-11-27")).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(WrittenForms.uuid("01A21F4C-F7EB-740D-8B95-027D8340D733").toString())
                .isEqualTo("01a21f4c-f7eb-740d-8b95-027d8340d733");
        for (String other : List.of("", " ", "+5", "5 ", "٥", "5.0", "1e3", "0x5", "9999999999", "--1")) {
            assertThatThrownBy(() -> WrittenForms.integer(other), other).isInstanceOf(IllegalArgumentException.class);
        }
        for (String other : List.of("", "2026-13-01", "2026-02-29", "20261127", "2026-11-27T00:00", "26-11-27")) {
            assertThatThrownBy(() -> WrittenForms.date(other), other).isInstanceOf(IllegalArgumentException.class);
        }
        for (String other : List.of("", "1-1-1-1-1", "01a21f4cf7eb740d8b95027d8340d733", "x")) {
            assertThatThrownBy(() -> WrittenForms.uuid(other), other).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
