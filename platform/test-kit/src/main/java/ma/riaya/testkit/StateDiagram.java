package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/** The diagram of a life as its enum declares it, which the committed one in {@code docs/domain} has to be. */
public final class StateDiagram {

    private StateDiagram() {}

    /**
     * Compares the committed file with what the enum says; {@code -Driaya.diagrams.write} renews it.
     *
     * @param committed the file, below the module's folder
     * @param introduction what the file says before the diagram, in Markdown
     */
    public static <S extends Enum<S>> void assertCurrent(
            Path committed, String introduction, Class<S> states, Function<S, Set<S>> next) throws IOException {
        String drawn = introduction + "\n" + draw(states, next);
        if (System.getProperty("riaya.diagrams.write") != null) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, drawn);
        }
        assertThat(Files.readString(committed))
                .as(
                        "%s differs from the code; renew it with -Driaya.diagrams.write and review the difference",
                        committed)
                .isEqualTo(drawn);
    }

    /** Life begins in the first state declared, and ends in each that nothing follows. */
    private static <S extends Enum<S>> String draw(Class<S> states, Function<S, Set<S>> next) {
        S[] all = states.getEnumConstants();
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        diagram.append("    [*] --> ").append(all[0]).append('\n');
        for (S state : all) {
            for (S following : next.apply(state)) {
                diagram.append("    ")
                        .append(state)
                        .append(" --> ")
                        .append(following)
                        .append('\n');
            }
            if (next.apply(state).isEmpty()) {
                diagram.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return diagram.append("```\n").toString();
    }
}
