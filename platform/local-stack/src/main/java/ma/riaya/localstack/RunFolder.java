package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** What runs for a home: one file a process, and the offset of the ports with which they were started. */
final class RunFolder {

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    /** The process of this part, if it still runs. */
    Optional<ProcessMark> find(Part part) {
        return read(file(part)).flatMap(ProcessMark::parse).filter(ProcessMark::isAlive);
    }

    boolean isAnyRunning() {
        return Arrays.stream(Part.values()).anyMatch(part -> find(part).isPresent());
    }

    void record(Part part, ProcessMark mark) {
        write(file(part), mark.text());
    }

    void forget(Part part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports of the processes that run now, which a command needs even where its caller forgot the offset. */
    Optional<Ports> ports() {
        return isAnyRunning() ? read(offsetFile()).map(Ports::parse) : Optional.empty();
    }

    void recordPorts(Ports ports) {
        write(offsetFile(), ports.offset() + "\n");
    }

    private Path file(Part part) {
        return folder.resolve(part.id() + ".pid");
    }

    private Path offsetFile() {
        return folder.resolve("port-offset");
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, since a reader may come at any moment. */
    private void write(Path file, String text) {
        try {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(file.getFileName() + ".new");
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
