package ma.riaya.beneficiary.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void aHeaderIsKnownInThreeLanguagesHoweverItIsWritten() {
        Map.of(
                        Column.BIRTH_DATE,
                                List.of(
                                        "birth_date",
                                        "Birth date",
                                        "DATE DE NAISSANCE",
                                        "تاريخ الازدياد",
                                        "تَارِيخ الإزدياد"),
                        Column.DEATH_DATE, List.of("Date de décès", "date de deces", "تاريخ الوفاة"),
                        Column.GIVEN_NAME_AR, List.of("Prénom (arabe)", "prenom_arabe", "الاسم الشخصي", "الإسم الشخصي"),
                        Column.REASONS, List.of("Motifs", "الأسباب", "الاسباب", "reasons"))
                .forEach((column, headers) -> headers.forEach(
                        header -> assertThat(Column.named(header)).as(header).contains(column)));
        assertThat(Column.named("couleur")).isEmpty();
        assertThat(Column.named("")).isEmpty();
    }

    /** A name that two columns claimed would be read as the last of them. */
    @Test
    void noHeaderNamesTwoColumns() {
        Set<String> seen = new HashSet<>();
        for (Column column : Column.values()) {
            Stream.concat(Stream.of(column.header()), column.synonyms()).forEach(header -> {
                assertThat(Column.named(header)).as(header).contains(column);
                seen.add(header);
            });
        }
        assertThat(seen).hasSizeGreaterThan(60);
    }
}
