package ma.riaya.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints what is written to logs from now on, whole lines only; a log that was renewed is read from its beginning. */
final class LogFollower {

    private static final int LARGEST_PIECE = 1 << 20;

    private final LogFiles logs;
    private final List<String> names;
    private final PrintStream out;
    private final Map<String, Long> read = new HashMap<>();

    LogFollower(LogFiles logs, List<String> names, PrintStream out) {
        this.logs = logs;
        this.names = names;
        this.out = out;
        names.forEach(name -> read.put(name, length(logs.of(name))));
    }

    /** Until the process is interrupted. */
    void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            printNew();
            Readiness.pause();
        }
    }

    void printNew() {
        for (String name : names) {
            Path file = logs.of(name);
            long length = length(file);
            long from = Math.min(read.getOrDefault(name, 0L), length);
            if (length < read.getOrDefault(name, 0L)) {
                from = 0;
            }
            read.put(name, from + print(name, file, from, length));
        }
    }

    private int print(String name, Path file, long from, long length) {
        if (length == from) {
            return 0;
        }
        byte[] piece = new byte[(int) Math.min(length - from, LARGEST_PIECE)];
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            in.readFully(piece);
        } catch (IOException e) {
            return 0;
        }
        int whole = endOfLastLine(piece);
        String prefix = names.size() > 1 ? name + " | " : "";
        new String(piece, 0, whole, StandardCharsets.UTF_8).lines().forEach(line -> out.println(prefix + line));
        out.flush();
        return whole;
    }

    private static int endOfLastLine(byte[] piece) {
        for (int i = piece.length - 1; i >= 0; i--) {
            if (piece[i] == '\n') {
                return i + 1;
            }
        }
        return piece.length == LARGEST_PIECE ? piece.length : 0;
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
