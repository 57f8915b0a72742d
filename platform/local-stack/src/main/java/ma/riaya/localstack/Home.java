package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder in which one stack keeps all it owns; another home is another stack. */
record Home(Path root) {

    static final String VARIABLE = "RIAYA_HOME";

    Home {
        root = root.toAbsolutePath().normalize();
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path run() {
        return root.resolve("run");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path keycloak() {
        return root.resolve("keycloak");
    }

    /** What a service runs from: a copy, so that a build under way does not pull files from under it. */
    Path applications() {
        return root.resolve("applications");
    }

    /** Where welfare-service lays the files for the bank. */
    Path outbox() {
        return root.resolve("bank").resolve("outbox");
    }

    Path demonstrationLoaded() {
        return root.resolve("demonstration-loaded");
    }

    /** The mark of a home whose data are the benchmarks' own. */
    Path ofTheBench() {
        return root.resolve("of-the-bench");
    }

    /** What `reset` deletes; distributions, tools and logs stay, since they hold no data and cost time or are wanted. */
    List<Path> data() {
        return List.of(
                postgres(), keycloak(), applications(), root.resolve("bank"), secrets(), demonstrationLoaded(), run());
    }

    /** Creates the folders, or says why this cannot be a home. */
    void create() {
        try {
            for (Path folder : List.of(root, logs(), run(), outbox())) {
                Files.createDirectories(folder);
            }
            Path probe = Files.createTempFile(run(), "probe", null);
            Files.delete(probe);
        } catch (IOException e) {
            throw new StackFault(
                    "Cannot write in " + root + ": make it writable, or name another folder with " + VARIABLE + ".", e);
        }
    }

    /** Refuses to begin what the disk has no room to finish. */
    void requireRoom(long megabytes) {
        try {
            long free = Files.getFileStore(root).getUsableSpace() / 1_000_000;
            if (free < megabytes) {
                throw new StackFault("Only " + free + " MB are free on the disk of " + root + " and " + megabytes
                        + " MB are needed: free some space, or name a folder on another disk with " + VARIABLE + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
