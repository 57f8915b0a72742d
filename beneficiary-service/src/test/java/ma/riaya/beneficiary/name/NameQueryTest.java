package ma.riaya.beneficiary.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One name has many spellings, and one skeleton many names. */
class NameQueryTest {

    private static final double CLOSE = 0.8;
    private static final int LEAST_SPELLINGS = 60;
    private static final int LEAST_LOOK_ALIKES = 20;

    @TestFactory
    List<DynamicTest> everySpellingFindsTheName() {
        List<DynamicTest> tests = rows("spellings.txt")
                .map(row -> DynamicTest.dynamicTest(
                        row[0] + " for " + row[3] + " " + row[4],
                        () -> found(row[0], new PersonName(row[2], row[1], row[4], row[3]))))
                .toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(LEAST_SPELLINGS);
        return tests;
    }

    @TestFactory
    List<DynamicTest> aLookAlikeComesAfterTheNameMeant() {
        List<DynamicTest> tests = rows("look-alikes.txt")
                .map(row -> DynamicTest.dynamicTest(row[0] + " is not " + row[2], () -> {
                    NameQuery asked = NameQuery.of(row[0]);
                    assertThat(asked.match(given(row[1])).score())
                            .isGreaterThan(asked.match(given(row[2])).score());
                }))
                .toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(LEAST_LOOK_ALIKES);
        return tests;
    }

    @Test
    void whatIsWrittenTheSameIsCertain() {
        NameMatch match = NameQuery.of("souad  BENNANI").match(new PersonName("بناني", "سعاد", "Bennani", "Souad"));
        assertThat(match.score()).isEqualTo(1.0);
        assertThat(match.why()).isEqualTo(NameMatch.Why.SAME_NAME);
    }

    @Test
    void aNameWithoutLettersAsksNothing() {
        assertThat(NameQuery.of(" ٣-7 ").isEmpty()).isTrue();
    }

    @Test
    void anotherNameIsNotClose() {
        assertThat(NameQuery.of("Souad Bennani")
                        .match(new PersonName("الزموري", "يوسف", "ZEMMOURI", "Youssef"))
                        .score())
                .isLessThan(0.4);
    }

    private static void found(String asked, PersonName name) {
        assertThat(NameQuery.of(asked).match(name).score()).isGreaterThanOrEqualTo(CLOSE);
    }

    private static PersonName given(String arabicAndLatin) {
        String[] given = arabicAndLatin.split(", ", 2);
        return new PersonName("بناني", given[0], "BENNANI", given[1]);
    }

    private static Stream<String[]> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(NameQueryTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
