package ma.riaya.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the artifact on the class path. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Path distributions;
    private final Path folder;
    private final String version;

    PostgresBinaries(Path distributions, String version) {
        this.distributions = distributions;
        this.folder = distributions.resolve("postgresql-" + version);
        this.version = version;
    }

    private boolean areUnpacked() {
        return Folders.isFinished(folder, version);
    }

    /** The number before the first dot, which a data folder must share. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    List<String> obstacles() {
        boolean fits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return fits
                ? List.of()
                : List.of("The PostgreSQL that comes with this product is built for Linux on amd64, and this is "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + ": use docker-compose.yml here.");
    }

    void prepare(Progress progress) {
        if (areUnpacked()) {
            return;
        }
        try (RunLock alone = RunLock.await(distributions)) {
            if (!areUnpacked()) {
                progress.step("PostgreSQL " + version + ", programs", "unpacked", this::unpack);
            }
        }
    }

    private void unpack() {
        Folders.delete(folder);
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new StackFault("The PostgreSQL programs are not on the class path: run ./riaya build.");
            }
            Files.createDirectories(folder);
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.markFinished(folder, version);
    }

    private void unpack(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The archive names a file outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
            entry = tar.getNextEntry();
        }
    }

    /** The owner's bits of the archive; everybody else may read what the owner may. */
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = new HashSet<>(Set.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ));
        if ((mode & 0100) != 0) {
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
