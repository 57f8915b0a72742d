package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder of PostgreSQL: made once, never half, and held by one postmaster. */
final class PostgresCluster {

    /** Without `C.UTF-8` PostgreSQL sees no letters in an Arabic word, and the search by name finds nothing. */
    static final String LOCALE = "C.UTF-8";

    /** Passwords for everybody, from this machine only; rewritten at each start. */
    private static final String ACCESS = "# Written at each start.\nhost all all 127.0.0.1/32 scram-sha-256\n";

    private final Path parent;
    private final Path folder;
    private final PostgresBinaries binaries;
    private final Launcher launcher;

    PostgresCluster(Path parent, PostgresBinaries binaries, Launcher launcher) {
        this.parent = parent;
        this.folder = parent.resolve("data");
        this.binaries = binaries;
        this.launcher = launcher;
    }

    Path folder() {
        return folder;
    }

    boolean isComplete() {
        return Folders.isFinished(folder, binaries.majorVersion());
    }

    List<String> obstacles() {
        return version()
                .filter(version -> !version.equals(binaries.majorVersion()))
                .map(version -> List.of("The data in " + folder + " were written by PostgreSQL " + version
                        + " and this product now brings " + binaries.majorVersion()
                        + ": go back to the former version to save them, or begin again with ./riaya reset."))
                .orElse(List.of());
    }

    /** A folder without the mark of completion is what an interrupted initdb left; it is put aside, not deleted. */
    void putAsideIfUnfinished(Progress progress) {
        if (!Files.exists(folder) || isComplete()) {
            return;
        }
        try {
            Path aside = Files.createTempDirectory(parent, "data.unfinished-");
            Files.move(folder, aside.resolve("data"));
            progress.note("PostgreSQL's data folder was left half-written by an interrupted start: it lies now in "
                    + aside + ", and a new one is made.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void create(Path superuserPassword) {
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher.errand(
                "initdb",
                OrdinaryUser.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + folder,
                        "--username=" + PostgresDatabases.SUPERUSER,
                        "--pwfile=" + superuserPassword,
                        "--encoding=UTF8",
                        "--locale=" + LOCALE,
                        "--auth=scram-sha-256")),
                Map.of(),
                parent);
        Folders.markFinished(folder, binaries.majorVersion());
    }

    /** Nobody gets in without a password, whatever was written into the file since. */
    void writeAccessRules() {
        try {
            Files.writeString(folder.resolve("pg_hba.conf"), ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The postmaster that holds this folder now. */
    Optional<ProcessMark> postmaster() {
        return pidFile()
                .flatMap(PostmasterFile::parse)
                .map(PostmasterFile::pid)
                .filter(this::worksHere)
                .flatMap(ProcessMark::of);
    }

    /** The port of the postmaster, as its own file states it. */
    Optional<Integer> port() {
        return pidFile().flatMap(PostmasterFile::parse).map(PostmasterFile::port);
    }

    /**
     * Removes a postmaster.pid whose postmaster is gone.
     * After a restart of the machine its pid may be any process's, and PostgreSQL would then refuse to start.
     */
    void removeStalePidFile() {
        if (postmaster().isPresent()) {
            throw new StackFault("A PostgreSQL still holds " + folder + ".");
        }
        try {
            Files.deleteIfExists(folder.resolve(PostmasterFile.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes that a killed postmaster left in this folder: they hold its shared memory until they end. */
    List<ProcessHandle> leftovers() {
        return ProcessHandle.allProcesses()
                .filter(process -> worksHere(process.pid()))
                .toList();
    }

    /** Every process of PostgreSQL has the data folder as its working folder. */
    private boolean worksHere(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder.toRealPath())
                    && Files.readSymbolicLink(process.resolve("exe")).endsWith("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> version() {
        return read("PG_VERSION").map(String::strip);
    }

    private Optional<String> pidFile() {
        return read(PostmasterFile.NAME);
    }

    private Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What PostgreSQL writes into postmaster.pid: line 1 the pid, line 4 the port. */
    record PostmasterFile(long pid, int port) {

        static final String NAME = "postmaster.pid";

        static Optional<PostmasterFile> parse(String text) {
            try (Stream<String> lines = text.lines()) {
                List<String> all = lines.map(String::strip).toList();
                return all.size() < 4
                        ? Optional.empty()
                        : Optional.of(new PostmasterFile(Long.parseLong(all.get(0)), Integer.parseInt(all.get(3))));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
