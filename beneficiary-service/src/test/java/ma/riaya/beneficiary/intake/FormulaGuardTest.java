package ma.riaya.beneficiary.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaGuardTest {

    @Test
    void whatWouldBeAFormulaIsTextAndComesBackAsItWas() {
        for (String cell : List.of("=1+1", "+212600000000", "-5", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(FormulaGuard.written(cell)).isEqualTo("'" + cell);
            assertThat(FormulaGuard.taken(FormulaGuard.written(cell))).isEqualTo(cell);
        }
        for (String cell : List.of("", "BENNANI", "'aam", "بناني", "1850.00", "'")) {
            assertThat(FormulaGuard.written(cell)).isEqualTo(cell);
            assertThat(FormulaGuard.taken(cell)).isEqualTo(cell);
        }
    }
}
