package ma.riaya.beneficiary.changerequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture of a request's life is the one that the enum declares. */
class ChangeStateTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "domain", "change-request.md");

    @Test
    void theDiagramIsCurrent() throws IOException {
        List<String> lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2", "    [*] --> PROPOSED"));
        for (ChangeState state : ChangeState.values()) {
            state.next().stream().sorted().forEach(to -> lines.add("    " + state + " --> " + to));
            if (!state.isOpen()) {
                lines.add("    " + state + " --> [*]");
            }
        }
        lines.add("```");
        assertThat(Files.readString(DOCUMENT)).contains(String.join("\n", lines));
    }
}
