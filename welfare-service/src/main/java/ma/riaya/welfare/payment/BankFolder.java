package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder from which the bank fetches its files, and beside it one of our own that says what was ever laid there.
 *
 * <p>The bank may take a file away as soon as it has it, so its folder alone does not tell.
 * Each file is made in our own folder, and a mark with its hash beside it, before it is renamed into the bank's:
 * a mark without its part is a file that was laid, whatever the bank did with it; a mark with its part is one that was about to be.
 */
@Singleton
class BankFolder {

    private static final String OWNER_WRITES_GROUP_READS = "rw-r-----";

    private final Path folder;
    private final Path own;

    /** Our own folder stands beside the bank's, where the bank has no way to; renaming wants both on one file system. */
    BankFolder(
            @ConfigProperty(name = "riaya.bank.outbox") Path folder,
            @ConfigProperty(name = "riaya.bank.laid") Optional<Path> own) {
        this.folder = folder;
        this.own = own.orElseGet(() -> folder.toAbsolutePath().resolveSibling("laid"));
    }

    /**
     * Lays a file so that it is there whole or not at all, stays after a loss of power, and is never laid a second time.
     *
     * <p>A file of that name with the same bytes is left; one with others is never replaced, for the bank may have read it.
     */
    void lay(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(own);
            Path mark = own.resolve(name + ".sha256");
            Path part = own.resolve(name + ".part");
            byte[] hash = BatchBook.hex(PaymentFiles.sha256(bytes)).getBytes(StandardCharsets.US_ASCII);
            boolean marked = Files.exists(mark);
            if (marked && !Arrays.equals(Files.readAllBytes(mark), hash)) {
                throw new IllegalStateException(name + " was laid for the bank with other bytes");
            }
            if (marked && !Files.exists(part)) {
                return;
            }
            Path target = folder.resolve(name);
            boolean there = Files.exists(target);
            if (there && !Arrays.equals(Files.readAllBytes(target), bytes)) {
                throw new IllegalStateException(name + " lies in the bank's folder with other bytes");
            }
            if (!marked) {
                prepare(part, bytes, mark, hash);
            }
            if (there) {
                Files.delete(part);
            } else {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            force(folder);
            force(own);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The part is whole on the disk before its mark is there, and the mark before anything is renamed. */
    private void prepare(Path part, byte[] bytes, Path mark, byte[] hash) throws IOException {
        write(part, bytes);
        force(own);
        Path aside = own.resolve(mark.getFileName() + ".new");
        write(aside, hash);
        Files.move(aside, mark, StandardCopyOption.ATOMIC_MOVE);
        force(own);
    }

    /** Whatever a crash left under the name is begun anew. */
    private static void write(Path aside, byte[] bytes) throws IOException {
        Files.deleteIfExists(aside);
        try (FileChannel channel = FileChannel.open(
                aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions(aside))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static FileAttribute<?>[] permissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_WRITES_GROUP_READS))
                }
                : new FileAttribute<?>[0];
    }
}
