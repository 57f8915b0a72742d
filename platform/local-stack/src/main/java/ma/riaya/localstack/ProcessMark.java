package ma.riaya.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be recognised later.
 * A pid alone may by then be another's, so the mark holds the instant of start as the kernel counts it: boot, then ticks.
 */
record ProcessMark(long pid, String started) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Fields of /proc/pid/stat after the name in brackets: the first is the state, the twentieth the start. */
    private static final int STATE = 0;

    private static final int THREADS = 17;

    private static final int START_TICKS = 19;

    /** The mark of a process that runs now. */
    static Optional<ProcessMark> of(long pid) {
        try {
            return startTicks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")))
                    .map(ticks -> new ProcessMark(pid, bootId() + ":" + ticks));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty for a process that has ended and waits only to be collected. */
    static Optional<String> startTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length <= START_TICKS || hasEnded(fields) ? Optional.empty() : Optional.of(fields[START_TICKS]);
    }

    /** Killed with many threads, a process is a zombie at its head while the others still hold its ports. */
    private static boolean hasEnded(String[] fields) {
        return switch (fields[STATE]) {
            case "X" -> true;
            case "Z" -> fields[THREADS].equals("0") || fields[THREADS].equals("1");
            default -> false;
        };
    }

    static Optional<ProcessMark> parse(String text) {
        String[] words = text.strip().split(" ");
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcessMark(Long.parseLong(words[0]), words[1]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return pid + " " + started + "\n";
    }

    /** Whether this very process runs still. */
    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "unknown-boot";
        }
    }
}
