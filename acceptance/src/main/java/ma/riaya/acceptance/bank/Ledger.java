package ma.riaya.acceptance.bank;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The bank's own book, in a file that is only ever added to.
 *
 * <p>What belongs together is one block with a checksum, on disk before the bank goes on.
 * A block that a crash cut short is dropped on opening: it has had no effect outside.
 */
final class Ledger implements AutoCloseable {

    private static final String END = "END";

    private final FileChannel channel;
    private final List<LedgerEntry> entries = new ArrayList<>();

    private Ledger(FileChannel channel) {
        this.channel = channel;
    }

    static Ledger open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Bytes.notForAll(file));
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another bank writes in " + file);
        }
        Ledger ledger = new Ledger(channel);
        // A cut may fall inside a character, so the reading must not insist on whole ones.
        channel.truncate(ledger.recover(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        channel.position(channel.size());
        return ledger;
    }

    /** Reads the blocks that are whole and says how many bytes they take. */
    private long recover(String content) {
        long whole = 0;
        long read = 0;
        List<String> block = new ArrayList<>();
        int start = 0;
        for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', start)) {
            String line = content.substring(start, end);
            read += line.getBytes(StandardCharsets.UTF_8).length + 1;
            start = end + 1;
            if (!line.startsWith(END + "\t")) {
                block.add(line);
                continue;
            }
            if (!line.equals(end(block))) {
                break;
            }
            block.forEach(entry -> entries.add(LedgerEntry.parse(entry)));
            block.clear();
            whole = read;
        }
        return whole;
    }

    /** Adds what belongs together; on return it is on disk. */
    void append(List<? extends LedgerEntry> block) throws IOException {
        List<String> lines = block.stream().map(LedgerEntry::text).toList();
        String written = String.join("\n", lines) + "\n" + end(lines) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(written.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        entries.addAll(block);
    }

    <T extends LedgerEntry> Stream<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String end(List<String> lines) {
        CRC32 checksum = new CRC32();
        lines.forEach(line -> checksum.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return END + "\t" + lines.size() + "\t" + Long.toHexString(checksum.getValue());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
