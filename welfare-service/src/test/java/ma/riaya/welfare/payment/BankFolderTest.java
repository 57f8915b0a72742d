package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for the bank lies there whole, once, and with the same bytes. */
class BankFolderTest {

    private static final byte[] BYTES = "<Document/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void laysTheFileAndNothingBesides() throws IOException {
        Path out = folder.resolve("not/yet/there");
        new BankFolder(out).lay("PAY-1.xml", BYTES);

        assertThat(names(out)).containsExactly("PAY-1.xml");
        assertThat(out.resolve("PAY-1.xml")).hasBinaryContent(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("PAY-1.xml"))))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aPartLeftByACrashIsBegunAnew() throws IOException {
        Files.writeString(folder.resolve(".PAY-1.xml.part"), "<Docu");

        new BankFolder(folder).lay("PAY-1.xml", BYTES);

        assertThat(names(folder)).containsExactly("PAY-1.xml");
        assertThat(folder.resolve("PAY-1.xml")).hasBinaryContent(BYTES);
    }

    @Test
    void layingItAgainLeavesItAsItIs() throws IOException {
        BankFolder bank = new BankFolder(folder);
        bank.lay("PAY-1.xml", BYTES);
        var modified = Files.getLastModifiedTime(folder.resolve("PAY-1.xml"));

        bank.lay("PAY-1.xml", BYTES);

        assertThat(Files.getLastModifiedTime(folder.resolve("PAY-1.xml"))).isEqualTo(modified);
    }

    @Test
    void aFileWithOtherBytesIsNeverReplaced() throws IOException {
        Files.writeString(folder.resolve("PAY-1.xml"), "<Other/>");

        assertThatThrownBy(() -> new BankFolder(folder).lay("PAY-1.xml", BYTES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PAY-1.xml");
        assertThat(folder.resolve("PAY-1.xml")).hasContent("<Other/>");
    }

    @Test
    void aFolderThatCannotBeIsAFault() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new BankFolder(file).lay("PAY-1.xml", BYTES)).isInstanceOf(UncheckedIOException.class);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
