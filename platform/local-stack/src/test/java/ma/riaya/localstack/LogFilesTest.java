package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void eachStartHasItsLogAndTheLastThreeFormerOnesStay() throws IOException {
        var logs = new LogFiles(folder);
        for (int start = 1; start <= 6; start++) {
            Files.writeString(logs.renewed("keycloak"), "start " + start + "\n");
        }

        assertThat(logs.tail("keycloak", 10)).containsExactly("start 6");
        assertThat(folder.resolve("keycloak.log.1")).hasContent("start 5");
        assertThat(folder.resolve("keycloak.log.3")).hasContent("start 3");
        assertThat(folder.resolve("keycloak.log.4")).doesNotExist();
        assertThat(logs.names()).containsExactly("keycloak");
    }

    @Test
    void theLastLinesOfALongLogAreReadWithoutTheRest() throws IOException {
        var logs = new LogFiles(folder);
        Files.writeString(logs.of("welfare-service"), "سطر قديم\n".repeat(200_000) + "one\ntwo\n");

        assertThat(logs.tail("welfare-service", 3)).containsExactly("سطر قديم", "one", "two");
        assertThat(logs.tail("nothing", 3)).isEmpty();
    }

    @Test
    void aFollowerPrintsWholeLinesAndBeginsAnewWithTheLog() throws IOException {
        var logs = new LogFiles(folder);
        Files.writeString(logs.of("office"), "before\n");
        var out = new ByteArrayOutputStream();
        var follower = new LogFollower(logs, List.of("office"), new PrintStream(out, true, StandardCharsets.UTF_8));

        Files.writeString(logs.of("office"), "first\nhal", StandardOpenOption.APPEND);
        follower.printNew();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("first");

        Files.writeString(logs.of("office"), "f\n", StandardOpenOption.APPEND);
        follower.printNew();
        Files.writeString(logs.renewed("office"), "anew\n");
        follower.printNew();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("first", "half", "anew");
    }
}
