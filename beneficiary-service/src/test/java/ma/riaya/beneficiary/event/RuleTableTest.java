package ma.riaya.beneficiary.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of rules in {@code docs/domain/} is the one in the code.
 *
 * <p>Run once with {@code -Driaya.diagrams.write} to renew it after a change that is meant.
 */
class RuleTableTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "domain", "life-events.md");
    private static final String HEAD =
            "| event | for whom | what | ends as | under the condition |\n| --- | --- | --- | --- | --- |\n";

    @Test
    void theDocumentShowsEveryRule() throws IOException {
        String text = Files.readString(DOCUMENT);
        if (System.getProperty("riaya.diagrams.write") != null) {
            int from = text.contains(HEAD) ? text.indexOf(HEAD) : text.indexOf("RULES\n");
            int to = text.indexOf("\n\n", from) + 1;
            text = text.substring(0, from) + drawn() + text.substring(to);
            Files.writeString(DOCUMENT, text);
        }
        assertThat(text)
                .as("docs/domain/life-events.md differs from Rule.ALL; renew it with -Driaya.diagrams.write")
                .contains(drawn() + "\n");
    }

    @Test
    void everyEventHasARule() {
        assertThat(EventKind.values())
                .allSatisfy(kind -> assertThat(Rule.of(kind)).isNotEmpty());
    }

    private static String drawn() {
        return HEAD
                + Arrays.stream(EventKind.values())
                        .flatMap(kind -> Rule.of(kind).stream())
                        .map(RuleTableTest::line)
                        .collect(Collectors.joining());
    }

    private static String line(Rule rule) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        rule.kind(),
                        rule.whom().words(),
                        what(rule),
                        rule.reason() == null ? "" : "`" + rule.reason() + "`",
                        rule.when() == Rule.When.ALWAYS ? "" : rule.when().words());
    }

    private static String what(Rule rule) {
        String held = rule.link() != null
                ? "the link `" + rule.link() + "`"
                : rule.category() != null ? "`" + rule.category() + "`" : "each category held";
        return switch (rule.act()) {
            case OPEN -> "opens " + held;
            case CLOSE -> "closes " + held;
            case DIE -> "enters the death";
            case SCHOOLED -> "moves the age limit of " + held;
            case UNLIMITED -> "lifts the age limit of " + held;
        };
    }
}
