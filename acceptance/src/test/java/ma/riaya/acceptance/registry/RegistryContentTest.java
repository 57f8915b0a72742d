package ma.riaya.acceptance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ma.riaya.acceptance.bank.Rib;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the invented lives hold together, and whether the traps that an import must survive are really there. */
class RegistryContentTest {

    private static Map<String, NamedCsvRecord> rows = Map.of();

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("registry.csv");
        Registry.write(RegistrySpec.demonstration(), file);
        rows = Rows.read(file);
    }

    @Test
    void everyLinkIsSaidFromBothSides() {
        Map<String, String> opposite = Map.of("SPOUSE", "SPOUSE", "CHILD", "PARENT", "PARENT", "CHILD");
        Set<String> said = new HashSet<>();
        rows.forEach((reference, row) -> {
            for (String link : Rows.list(row, "links")) {
                String[] parts = link.split(":", -1);
                said.add(String.join(" ", reference, parts[0], parts[1], parts[2]));
            }
        });
        assertThat(said).hasSizeGreaterThan(100_000).allMatch(link -> {
            String[] parts = link.split(" ", -1);
            return said.contains(String.join(" ", parts[2], opposite.get(parts[1]), parts[0], parts[3]));
        });
    }

    @Test
    void livesRunForward() {
        for (NamedCsvRecord row : rows.values()) {
            LocalDate birth = LocalDate.parse(row.getField("birth_date"));
            assertThat(birth).as(row.toString()).isBefore(Dates.EXTRACT);
            String death = row.getField("death_date");
            LocalDate end = death.isEmpty() ? Dates.EXTRACT : LocalDate.parse(death);
            assertThat(end).as(row.toString()).isAfter(birth).isBeforeOrEqualTo(Dates.EXTRACT);
            assertThat(birth.plusYears(100)).as(row.toString()).isAfter(end);
            for (String category : Rows.list(row, "categories")) {
                String[] parts = category.split("[:/]", -1);
                LocalDate from = LocalDate.parse(parts[1]);
                assertThat(from).as(row.toString()).isBetween(birth, end);
                if (!parts[2].isEmpty()) {
                    assertThat(LocalDate.parse(parts[2]))
                            .as(row.toString())
                            .isAfter(from)
                            .isBeforeOrEqualTo(Dates.EXTRACT);
                    assertThat(parts).as(row.toString()).hasSize(4);
                }
                if (Set.of("ACTIVE", "SPOUSE", "WIDOWED_SPOUSE", "RETIRED").contains(parts[0])) {
                    assertThat(from).as(row.toString()).isAfterOrEqualTo(birth.plusYears(18));
                }
            }
        }
    }

    @Test
    void pensionsFollowOneAnotherWithoutOverlap() {
        int changed = 0;
        for (NamedCsvRecord row : rows.values()) {
            String before = null;
            String[] periods = Rows.list(row, "pensions");
            for (String period : periods) {
                String[] parts = period.split("[/:]", -1);
                assertThat(parts[2]).matches("\\d+\\.\\d\\d").isNotEqualTo("0.00");
                if (before != null) {
                    assertThat(parts[0]).as(row.toString()).isEqualTo(before);
                }
                assertThat(parts[1].isEmpty() || parts[1].compareTo(parts[0]) > 0)
                        .as(row.toString())
                        .isTrue();
                before = parts[1];
            }
            changed += periods.length > 1 ? 1 : 0;
        }
        assertThat(changed).isGreaterThan(2_000);
    }

    @Test
    void parentsAreOlderThanTheirChildren() {
        for (NamedCsvRecord row : rows.values()) {
            for (String link : Rows.list(row, "links")) {
                String[] parts = link.split("[:/]", -1);
                if (parts[0].equals("PARENT")) {
                    LocalDate child = LocalDate.parse(
                            Objects.requireNonNull(rows.get(parts[1])).getField("birth_date"));
                    assertThat(LocalDate.parse(row.getField("birth_date")))
                            .as(row.toString())
                            .isBetween(child.minusYears(70), child.minusYears(17));
                }
            }
        }
    }

    @Test
    void nobodySharesANumber() {
        for (String column : List.of("matricule", "cin", "rib")) {
            List<String> given = rows.values().stream()
                    .map(row -> row.getField(column))
                    .filter(number -> !number.isEmpty())
                    .toList();
            assertThat(given).as(column).hasSizeGreaterThan(10_000).doesNotHaveDuplicates();
        }
    }

    @Test
    void accountsAreValidWrongOrMissing() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (NamedCsvRecord row : rows.values()) {
            String rib = row.getField("rib");
            kinds.merge(rib.isEmpty() ? "none" : Rib.isValid(rib) ? "valid" : "wrong", 1, Integer::sum);
        }
        assertThat(kinds.get("valid")).isGreaterThan(15_000);
        assertThat(kinds.get("wrong")).isGreaterThan(400);
        assertThat(kinds.get("none")).isGreaterThan(10_000);
    }

    @Test
    void identityCardsAreMostlyWellFormed() {
        List<String> malformed = new ArrayList<>();
        int wellFormed = 0;
        for (NamedCsvRecord row : rows.values()) {
            String cin = row.getField("cin");
            if (cin.replace(" ", "").toUpperCase(Locale.ROOT).matches("[A-Z]{1,2}[0-9]{1,7}")) {
                wellFormed++;
            } else if (!cin.isEmpty()) {
                malformed.add(cin);
            }
        }
        assertThat(wellFormed).isGreaterThan(30_000);
        assertThat(malformed).hasSizeBetween(500, 3_000);
    }

    @Test
    void namesAreWrittenInTheManyWaysThatOccur() {
        Map<String, Set<String>> spellings = new HashMap<>();
        for (NamedCsvRecord row : rows.values()) {
            spellings
                    .computeIfAbsent(row.getField("given_name_ar"), name -> new TreeSet<>())
                    .add(row.getField("given_name_latin"));
            spellings
                    .computeIfAbsent(row.getField("family_name_ar"), name -> new TreeSet<>())
                    .add(row.getField("family_name_latin"));
        }
        assertThat(spellings.get("محمد")).contains("Mohamed", "Mohammed", "Mouhamed");
        assertThat(spellings.get("عبد اللطيف")).contains("Abdellatif", "Abdel Latif");
        assertThat(spellings.get("الإدريسي")).contains("EL IDRISSI", "ELIDRISSI", "IDRISSI");
        assertThat(spellings.get("آيت حدو")).contains("AIT HADDOU", "AÏT HADDOU", "AITHADDOU");
        assertThat(spellings).containsKeys("ايت حدو", "بنعلي", "بن علي", "احمد", "فاطمه", "عبداللطيف");
    }

    @Test
    void theSeventeenOfficesArePresentAndPartOfRegionTenHasNone() {
        Set<String> offices = new TreeSet<>();
        Set<String> provinces = new TreeSet<>();
        Set<String> unassigned = new TreeSet<>();
        for (NamedCsvRecord row : rows.values()) {
            provinces.add(row.getField("province"));
            (row.getField("office").isEmpty() ? unassigned : offices)
                    .add(row.getField("office").isEmpty() ? row.getField("province") : row.getField("office"));
        }
        assertThat(offices).hasSize(17);
        assertThat(provinces).hasSize(75).contains("MA-SIF", "MA-TNT");
        assertThat(unassigned).containsExactly("MA-ASZ", "MA-GUE");
    }

    @Test
    void theKnownPeopleAreWhereTheStoriesLookForThem() {
        NamedCsvRecord widow = Objects.requireNonNull(rows.get(KnownPersons.FATIMA_ZAHRA));
        assertThat(List.of(widow))
                .extracting(
                        row -> row.getField("given_name_ar") + " " + row.getField("family_name_ar"),
                        row -> row.getField("given_name_latin") + " " + row.getField("family_name_latin"),
                        row -> row.getField("office"),
                        row -> Rib.isValid(row.getField("rib")))
                .containsExactly(tuple("فاطمة الزهراء آيت بن حدو", "Fatima Zahra AIT BENHADDOU", "ERR", true));
        assertThat(widow.getField("categories")).endsWith("WIDOWED_SPOUSE:2019-02-03/");
        assertThat(Objects.requireNonNull(rows.get(KnownPersons.MINAS_HUSBAND)).getField("categories"))
                .endsWith("DIED_ON_DUTY");
        assertThat(Objects.requireNonNull(rows.get(KnownPersons.MINA)).getField("links"))
                .contains(KnownPersons.MINAS_HUSBAND, KnownPersons.MINAS_DAUGHTER, KnownPersons.MINAS_SON);
        assertThat(Objects.requireNonNull(rows.get(KnownPersons.MINAS_MOTHER_IN_LAW))
                        .getField("categories"))
                .startsWith("PARENT:");
    }
}
