package ma.riaya.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The picture of a life in {@code docs/domain/}, drawn from the enum that declares its moves.
 *
 * <p>Run once with {@code -Driaya.diagrams.write} to renew the picture after a change that is meant.
 */
public final class StateDiagram {

    private static final Path FOLDER = Path.of("..", "docs", "domain");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    private StateDiagram() {}

    /** The first of the states is where a life begins. */
    public static <S extends Enum<S>> void assertCurrent(String document, List<S> states, Function<S, Set<S>> next)
            throws IOException {
        Path path = FOLDER.resolve(document);
        String text = Files.readString(path);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END, from);
        assertThat(from).as("a mermaid diagram in " + document).isGreaterThan(BEGIN.length());
        String drawn = draw(states, next);
        if (System.getProperty("riaya.diagrams.write") != null) {
            Files.writeString(path, text.substring(0, from) + drawn + text.substring(to));
        }
        assertThat(Files.readString(path))
                .as(document + " differs from the enum; renew it with -Driaya.diagrams.write and review the difference")
                .contains(BEGIN + drawn + END);
    }

    private static <S extends Enum<S>> String draw(List<S> states, Function<S, Set<S>> next) {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        lines.add("    [*] --> " + states.getFirst());
        for (S state : states) {
            Set<S> following = next.apply(state);
            following.stream().sorted().forEach(to -> lines.add("    " + state + " --> " + to));
            if (following.isEmpty()) {
                lines.add("    " + state + " --> [*]");
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
