package ma.riaya.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Begins processes: parts, which outlive this run, and errands, which do not. */
final class Launcher {

    /** A developer's own KC_, QUARKUS_ or PG variables must not change what we start. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR");

    private final RunFolder run;
    private final LogFiles logs;
    private final Set<Process> errands = new HashSet<>();
    private boolean closed;

    Launcher(RunFolder run, LogFiles logs) {
        this.run = run;
        this.logs = logs;
    }

    /** Begins a part in a session of its own, so that neither Ctrl-C nor the terminal's end reaches it. */
    synchronized ProcessMark launch(Part part, List<String> command, Map<String, String> environment, Path folder) {
        requireOpen();
        List<String> whole = new ArrayList<>();
        onPath("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
        whole.addAll(command);
        Process process = begin(whole, environment, folder, logs.renewed(part.id()));
        ProcessMark mark = ProcessMark.of(process.pid())
                .orElseThrow(() -> new StackFault(part.title() + " ended at once." + logs.excerpt(part.id())));
        run.record(part, mark);
        return mark;
    }

    /** Runs a command to its end. */
    void errand(String name, List<String> command, Map<String, String> environment, Path folder) {
        Process process;
        synchronized (this) {
            requireOpen();
            process = begin(command, environment, folder, logs.renewed(name));
            errands.add(process);
        }
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new StackFault(name + " ended with status " + status + "." + logs.excerpt(name));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackFault(name + " was interrupted.", e);
        } finally {
            synchronized (this) {
                errands.remove(process);
            }
        }
    }

    /** From here on nothing begins any more, and errands under way are ended. */
    synchronized void close() {
        closed = true;
        errands.forEach(Process::destroy);
    }

    private void requireOpen() {
        if (closed) {
            throw new StackFault("Stopped before the end.");
        }
    }

    private static Process begin(List<String> command, Map<String, String> environment, Path folder, Path log) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        var kept = new HashMap<>(variables);
        kept.keySet().retainAll(INHERITED);
        variables.clear();
        variables.putAll(kept);
        variables.putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        }
    }

    static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
