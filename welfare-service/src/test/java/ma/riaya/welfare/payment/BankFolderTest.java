package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for the bank lies there whole, once, and with the same bytes; once it was laid it never comes again. */
class BankFolderTest {

    private static final byte[] BYTES = "<Document/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    private Path out;

    @SuppressWarnings("NullAway.Init")
    private Path own;

    @SuppressWarnings("NullAway.Init")
    private BankFolder bank;

    @BeforeEach
    void folders() {
        out = root.resolve("bank/out");
        own = root.resolve("bank/laid");
        bank = new BankFolder(out, Optional.empty());
    }

    @Test
    void laysTheFileAndNothingBesides() throws IOException {
        bank.lay("PAY-1.xml", BYTES);

        assertThat(names(out)).containsExactly("PAY-1.xml");
        assertThat(names(own)).containsExactly("PAY-1.xml.sha256");
        assertThat(out.resolve("PAY-1.xml")).hasBinaryContent(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("PAY-1.xml"))))
                .isEqualTo("rw-r-----");
    }

    @Test
    void ourOwnFolderMayStandElsewhere() throws IOException {
        Path elsewhere = root.resolve("elsewhere");

        new BankFolder(out, Optional.of(elsewhere)).lay("PAY-1.xml", BYTES);

        assertThat(names(elsewhere)).containsExactly("PAY-1.xml.sha256");
        assertThat(own).doesNotExist();
    }

    /** The machine stopped while the part was written: no mark says that it is whole. */
    @Test
    void aPartLeftByACrashIsBegunAnew() throws IOException {
        Files.createDirectories(own);
        Files.writeString(own.resolve("PAY-1.xml.part"), "<Docu");

        bank.lay("PAY-1.xml", BYTES);

        assertThat(names(out)).containsExactly("PAY-1.xml");
        assertThat(out.resolve("PAY-1.xml")).hasBinaryContent(BYTES);
    }

    /** The machine stopped between the mark and the renaming: the bank has nothing yet. */
    @Test
    void whatWasAboutToBeLaidIsLaid() throws IOException {
        bank.lay("PAY-1.xml", BYTES);
        Files.move(out.resolve("PAY-1.xml"), own.resolve("PAY-1.xml.part"));

        bank.lay("PAY-1.xml", BYTES);

        assertThat(out.resolve("PAY-1.xml")).hasBinaryContent(BYTES);
        assertThat(names(own)).containsExactly("PAY-1.xml.sha256");
    }

    @Test
    void whatTheBankTookAwayIsNotLaidAgain() throws IOException {
        bank.lay("PAY-1.xml", BYTES);
        Files.delete(out.resolve("PAY-1.xml"));

        bank.lay("PAY-1.xml", BYTES);

        assertThat(names(out)).isEmpty();
        assertThatThrownBy(() -> bank.lay("PAY-1.xml", "<Other/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PAY-1.xml");
    }

    @Test
    void layingItAgainLeavesItAsItIs() throws IOException {
        bank.lay("PAY-1.xml", BYTES);
        var modified = Files.getLastModifiedTime(out.resolve("PAY-1.xml"));

        bank.lay("PAY-1.xml", BYTES);

        assertThat(Files.getLastModifiedTime(out.resolve("PAY-1.xml"))).isEqualTo(modified);
    }

    /** Laid before there were marks. */
    @Test
    void aFileThatLiesThereIsMarked() throws IOException {
        Files.createDirectories(out);
        Files.write(out.resolve("PAY-1.xml"), BYTES);

        bank.lay("PAY-1.xml", BYTES);
        Files.delete(out.resolve("PAY-1.xml"));
        bank.lay("PAY-1.xml", BYTES);

        assertThat(names(out)).isEmpty();
        assertThat(names(own)).containsExactly("PAY-1.xml.sha256");
    }

    @Test
    void aFileWithOtherBytesIsNeverReplaced() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("PAY-1.xml"), "<Other/>");

        assertThatThrownBy(() -> bank.lay("PAY-1.xml", BYTES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PAY-1.xml");
        assertThat(out.resolve("PAY-1.xml")).hasContent("<Other/>");
    }

    @Test
    void aFolderThatCannotBeIsAFault() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() -> new BankFolder(file, Optional.empty()).lay("PAY-1.xml", BYTES))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
