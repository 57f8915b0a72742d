package ma.riaya.beneficiary.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenDateTest {

    @Test
    void oneDayInAllItsForms() {
        for (String written : List.of(
                "1971-12-31",
                "1971/12/31",
                "1971-12-31T00:00:00",
                "1971-12-31 00:00:00",
                "31/12/1971",
                "31-12-1971",
                "31.12.1971",
                "26298",
                "26298.0")) {
            assertThat(WrittenDate.read(written)).as(written).contains(LocalDate.of(1971, 12, 31));
        }
        assertThat(WrittenDate.read("4/5/1960")).contains(LocalDate.of(1960, 5, 4));
    }

    @Test
    void theDaysOfASheetBeginIn1900AndLeaveOutTheOneThatNeverWas() {
        assertThat(WrittenDate.read("1")).contains(LocalDate.of(1900, 1, 1));
        assertThat(WrittenDate.read("59")).contains(LocalDate.of(1900, 2, 28));
        assertThat(WrittenDate.read("60")).isEmpty();
        assertThat(WrittenDate.read("61")).contains(LocalDate.of(1900, 3, 1));
        assertThat(WrittenDate.read("0")).isEmpty();
    }

    @Test
    void whatIsNoDayOrMayBeAnotherIsNotRead() {
        for (String written : List.of(
                "",
                "1960-02-30",
                "31/02/1960",
                "12/31/1971",
                "04/05/60",
                "1971-12-31 10:30:00",
                "yesterday",
                "26298.5",
                "999999")) {
            assertThat(WrittenDate.read(written)).as(written).isEmpty();
        }
    }
}
