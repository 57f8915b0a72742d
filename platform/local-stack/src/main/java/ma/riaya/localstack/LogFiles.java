package ma.riaya.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** One log a process, renewed at each start; the last few of former starts stay beside it. */
final class LogFiles {

    private static final int KEPT = 3;

    /** Enough for the longest stack trace; a log of gigabytes is not read for its last lines. */
    private static final int TAIL_BYTES = 256 * 1024;

    private final Path folder;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    Path of(String name) {
        return folder.resolve(name + ".log");
    }

    /** The names of the logs that exist, former ones left out. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the former log aside and returns where the new one goes. */
    Path renewed(String name) {
        Path current = of(name);
        try {
            Files.createDirectories(folder);
            for (int age = KEPT; age > 0; age--) {
                Path younger = age == 1 ? current : folder.resolve(name + ".log." + (age - 1));
                if (Files.exists(younger)) {
                    Files.move(younger, folder.resolve(name + ".log." + age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return current;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> tail(String name, int lines) {
        return tailOf(of(name), lines);
    }

    /** The last lines and where the rest is, to stand under a sentence. */
    String excerpt(String name) {
        StringBuilder text =
                new StringBuilder("\n  The last lines of ").append(of(name)).append(":");
        tail(name, 12).forEach(line -> text.append("\n    | ").append(line));
        return text.toString();
    }

    private static List<String> tailOf(Path file, int lines) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (in.length() - start)];
            in.seek(start);
            in.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
