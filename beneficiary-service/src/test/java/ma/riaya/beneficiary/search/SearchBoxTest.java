package ma.riaya.beneficiary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever stands in the one box is told apart by its shape. */
class SearchBoxTest {

    private static final Set<String> OFFICES = Set.of("ERR", "TAZ");

    @Test
    void aNameStandsAlone() {
        assertThat(SearchBox.read(" Fatima  Zahra  Alaoui ", OFFICES))
                .isEqualTo(new SearchBox("Fatima Zahra Alaoui", null, null, null, null, null));
    }

    @Test
    void aBirthDateStandsBesideIt() {
        LocalDate day = LocalDate.of(1968, 4, 21);
        for (String written : new String[] {"21/04/1968", "21-4-1968", "1968-04-21", "٢١/٠٤/١٩٦٨"}) {
            SearchBox box = SearchBox.read("عائشة " + written + " بناني", OFFICES);
            assertThat(box.birthDate()).as(written).isEqualTo(day);
            assertThat(box.name()).isEqualTo("عائشة بناني");
        }
        assertThat(SearchBox.read("Aicha Bennani 1968", OFFICES).birthYear()).isEqualTo(1968);
        assertThat(SearchBox.read("Aicha 31/02/1968", OFFICES).birthDate()).isNull();
    }

    @Test
    void numbersAndAnOfficeStandBesideIt() {
        SearchBox box = SearchBox.read("Bennani UJ90217 148271 ERR", OFFICES);
        assertThat(box).isEqualTo(new SearchBox("Bennani", null, null, "UJ90217", "148271", "ERR"));
        assertThat(SearchBox.read("Driss TAZ", OFFICES).name()).isEqualTo("Driss TAZ");
    }
}
