package ma.riaya.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which process listens on a port, as far as /proc lets us see it. */
record PortHolder(long pid, String name) {

    /** State 0A of /proc/net/tcp: a listening socket. */
    private static final String LISTENING = "0A";

    static Optional<PortHolder> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.skip(1)
                        .forEach(line ->
                                inodeOfListener(line, port).ifPresent(inode -> sockets.add("socket:[" + inode + "]")));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return sockets.isEmpty() ? Optional.empty() : ownerOf(sockets);
    }

    /** The inode in one line of /proc/net/tcp, if that line is a listener on this port. */
    static Optional<String> inodeOfListener(String line, int port) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length < 10 || !columns[3].equals(LISTENING)) {
            return Optional.empty();
        }
        String local = columns[1];
        int found = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
        return found == port ? Optional.of(columns[9]) : Optional.empty();
    }

    private static Optional<PortHolder> ownerOf(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holdsOneOf(pid, sockets))
                .mapToObj(pid -> new PortHolder(pid, nameOf(pid)))
                .findFirst();
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
    }

    private static String nameOf(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip();
        } catch (IOException e) {
            return "a process";
        }
    }
}
