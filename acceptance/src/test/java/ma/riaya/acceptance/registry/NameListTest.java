package ma.riaya.acceptance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameListTest {

    @ParameterizedTest
    @CsvSource({"given-names-female.txt, 145", "given-names-male.txt, 145", "family-names.txt, 250"})
    void everyNameHasItsFormsInBothScripts(String resource, int least) throws IOException {
        assertThat(NameList.read(resource).size()).isGreaterThanOrEqualTo(least);
        Set<String> latin = new HashSet<>();
        try (var stream = Objects.requireNonNull(NameListTest.class.getResourceAsStream(resource))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] fields = line.split("\\|", -1);
                        assertThat(fields).as(line).hasSize(4);
                        assertThat(fields[2].split("/", -1))
                                .as(line)
                                .allMatch(form -> form.matches("[\\u0621-\\u064A ]+"))
                                .doesNotHaveDuplicates();
                        assertThat(fields[3].split("/", -1))
                                .as(line)
                                .allMatch(form -> form.matches("[A-Za-zÀ-ÿ' -]+"))
                                .doesNotHaveDuplicates();
                        latin.add(fields[3]);
                    });
        }
        assertThat(latin).hasSizeGreaterThan(least - 5);
    }
}
