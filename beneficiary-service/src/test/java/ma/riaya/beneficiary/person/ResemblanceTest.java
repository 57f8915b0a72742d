package ma.riaya.beneficiary.person;

import static ma.riaya.beneficiary.person.PossibleDoubles.Certainty.CERTAIN;
import static ma.riaya.beneficiary.person.PossibleDoubles.Certainty.DOUBTFUL;
import static ma.riaya.beneficiary.person.PossibleDoubles.Certainty.LIKELY;
import static ma.riaya.beneficiary.person.Resemblance.Agreement.OTHER;
import static ma.riaya.beneficiary.person.Resemblance.Agreement.SAME;
import static ma.riaya.beneficiary.person.Resemblance.Agreement.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import ma.riaya.beneficiary.name.NameMatch;
import org.junit.jupiter.api.Test;

/** Certain, likely and doubtful are told apart by what agrees beside the name. */
class ResemblanceTest {

    private static final double EXACT = 1;
    private static final double SPELLED = 0.9;
    private static final double ALIKE = 0.75;
    private static final double ANOTHER = 0.5;

    @Test
    void aNumberOfIdentityDecides() {
        assertThat(of(SPELLED, Resemblance.Birth.OTHER, SAME, SAME, UNKNOWN).certainty())
                .contains(CERTAIN);
        assertThat(of(ANOTHER, Resemblance.Birth.SAME, SAME, SAME, UNKNOWN).certainty())
                .contains(LIKELY);
        assertThat(of(EXACT, Resemblance.Birth.SAME, SAME, OTHER, SAME).certainty())
                .isEmpty();
    }

    @Test
    void aProfessionalNumberCountsWithTheBirthDateAlone() {
        assertThat(of(ALIKE, Resemblance.Birth.SAME, SAME, UNKNOWN, SAME).certainty())
                .contains(CERTAIN);
        assertThat(of(SPELLED, Resemblance.Birth.SWAPPED, SAME, UNKNOWN, SAME).certainty())
                .contains(LIKELY);
        assertThat(of(SPELLED, Resemblance.Birth.OTHER, SAME, UNKNOWN, SAME).certainty())
                .contains(DOUBTFUL);
        assertThat(of(SPELLED, Resemblance.Birth.SAME, OTHER, UNKNOWN, SAME).certainty())
                .isEmpty();
    }

    @Test
    void theNameCountsWithTheBirthDate() {
        assertThat(of(SPELLED, Resemblance.Birth.SAME, SAME, UNKNOWN, UNKNOWN).certainty())
                .contains(LIKELY);
        assertThat(of(SPELLED, Resemblance.Birth.SWAPPED, SAME, UNKNOWN, UNKNOWN)
                        .certainty())
                .contains(LIKELY);
        assertThat(of(ALIKE, Resemblance.Birth.SAME, SAME, UNKNOWN, UNKNOWN).certainty())
                .contains(DOUBTFUL);
        assertThat(of(EXACT, Resemblance.Birth.NEARLY, SAME, UNKNOWN, UNKNOWN).certainty())
                .contains(DOUBTFUL);
        assertThat(of(SPELLED, Resemblance.Birth.SAME, SAME, UNKNOWN, OTHER).certainty())
                .contains(DOUBTFUL);
        assertThat(of(EXACT, Resemblance.Birth.SAME, OTHER, UNKNOWN, UNKNOWN).certainty())
                .contains(DOUBTFUL);
        assertThat(of(ANOTHER, Resemblance.Birth.SAME, SAME, UNKNOWN, UNKNOWN).certainty())
                .isEmpty();
        assertThat(of(EXACT, Resemblance.Birth.OTHER, SAME, UNKNOWN, UNKNOWN).certainty())
                .isEmpty();
    }

    @Test
    void aDayThatNobodyKnewSaysLess() {
        Resemblance namesake = of(EXACT, Resemblance.Birth.SAME_UNKNOWN_DAY, SAME, UNKNOWN, UNKNOWN);
        assertThat(namesake.certainty()).contains(DOUBTFUL);
        assertThat(new Resemblance(namesake.name(), namesake.birth(), SAME, UNKNOWN, UNKNOWN, SAME).certainty())
                .contains(LIKELY);
    }

    @Test
    void birthDatesAgreeInManyWays() {
        assertThat(birth("1968-04-21", "1968-04-21")).isEqualTo(Resemblance.Birth.SAME);
        assertThat(birth("1968-04-05", "1968-05-04")).isEqualTo(Resemblance.Birth.SWAPPED);
        assertThat(birth("1968-01-01", "1968-01-01")).isEqualTo(Resemblance.Birth.SAME_UNKNOWN_DAY);
        assertThat(birth("1968-01-01", "1968-09-17")).isEqualTo(Resemblance.Birth.UNKNOWN_DAY);
        assertThat(birth("1968-04-21", "1968-04-12")).isEqualTo(Resemblance.Birth.NEARLY);
        assertThat(birth("1968-04-21", "1968-09-17")).isEqualTo(Resemblance.Birth.OTHER);
        assertThat(birth("1968-04-21", "1969-04-21")).isEqualTo(Resemblance.Birth.OTHER);
    }

    private static Resemblance.Birth birth(String one, String other) {
        return Resemblance.Birth.of(LocalDate.parse(one), LocalDate.parse(other));
    }

    private static Resemblance of(
            double name,
            Resemblance.Birth birth,
            Resemblance.Agreement sex,
            Resemblance.Agreement cin,
            Resemblance.Agreement matricule) {
        return new Resemblance(new NameMatch(name, false, List.of()), birth, sex, cin, matricule, OTHER);
    }
}
