package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder from which the bank fetches its files. */
@Singleton
class BankFolder {

    private static final String OWNER_WRITES_GROUP_READS = "rw-r-----";

    private final Path folder;

    BankFolder(@ConfigProperty(name = "riaya.bank.outbox") Path folder) {
        this.folder = folder;
    }

    /**
     * Lays a file so that it is there whole or not at all, and stays after a loss of power.
     *
     * <p>A file of that name with the same bytes is left; one with others is never replaced, for the bank may have read it.
     */
    void lay(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path target = folder.resolve(name);
            if (!Files.exists(target)) {
                Path aside = folder.resolve("." + name + ".part");
                write(aside, bytes);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } else if (!Arrays.equals(Files.readAllBytes(target), bytes)) {
                throw new IllegalStateException(name + " lies in the bank's folder with other bytes");
            }
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whatever a crash left under the name aside is begun anew. */
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

    private static FileAttribute<?>[] permissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_WRITES_GROUP_READS))
                }
                : new FileAttribute<?>[0];
    }
}
