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
import org.junit.jupiter.api.Test;
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

    /** Else the bare campaign would read more or less than the product's for the same list. */
    @Test
    void readsCandidatesInThePagesAndSlicesOfTheServices() {
        assertThat(WRITTEN)
                .contains(bare("int PAGE = " + BareCampaign.PAGE + ";"))
                .contains(bare("int SHORTEST_SLICE = 200;"))
                .contains(bare("int slices = Math.max(SHORTEST_SLICE, body.most() + 1);"));
        assertThat(BareCampaign.SLICE).isEqualTo(Math.max(200, BareCampaign.PAGE + 1));
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
