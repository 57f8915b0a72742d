package ma.riaya.acceptance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytesTest {

    @TempDir
    private Path folder = Path.of("");

    /** The bank's files hold names and accounts; whatever was left of a crash, they are not for everybody on the machine. */
    @Test
    void noFileOfTheBankIsForEverybody() throws IOException {
        Path answer = folder.resolve("answer.xml");
        Files.writeString(folder.resolve("answer.xml.part"), "half");
        Bytes.writeDurably(answer, "whole".getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasContent("whole");
        Path ledger = folder.resolve("ledger.txt");
        Ledger.open(ledger).close();
        for (Path file : List.of(answer, ledger)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .startsWith("rw-")
                    .endsWith("---");
        }
    }
}
