package ma.riaya.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bench calls the services' statements are the services' statements. */
class SentTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("../welfare-service/src/main/java"),
            Path.of("../beneficiary-service/src/main/java"),
            Path.of("../platform/service-kit/src/main/java"));

    private static final String WRITTEN =
            SOURCES.stream().flatMap(SentTest::files).collect(Collectors.joining());

    @ParameterizedTest
    @EnumSource(Sent.class)
    void standsInTheSourcesOfTheServices(Sent statement) {
        assertThat(statement.pieces())
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(WRITTEN.contains(bare(piece)))
                        .as(() -> "no service sends this any more:\n" + piece)
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(Sent.class)
    void takesAValueForEachOfItsNames(Sent statement) {
        Map<String, String> values = NamedSql.names(statement.text()).stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> "$" + name + "$"));

        String filled = statement.with(values);

        assertThat(NamedSql.names(filled)).isEmpty();
        assertThat(values.values()).allSatisfy(value -> assertThat(filled).contains(value));
    }

    private static Stream<String> files(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(".java")).map(SentTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return bare(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what only cuts a text in lines. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\"+]", "");
    }
}
