package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root.
 * Where we are root, it runs in a user namespace of its own, in which it is nobody and has no capability; its files stay ours.
 */
final class OrdinaryUser {

    private OrdinaryUser() {}

    static List<String> command(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("unshare", "--user"));
        whole.addAll(command);
        return whole;
    }

    static List<String> obstacles() {
        if (!isRoot() || namespacesWork()) {
            return List.of();
        }
        return List.of("PostgreSQL does not run as root, and this machine does not let root open a user namespace "
                + "(unshare --user): run ./riaya as an ordinary user.");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean namespacesWork() {
        try {
            return new ProcessBuilder("unshare", "--user", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
