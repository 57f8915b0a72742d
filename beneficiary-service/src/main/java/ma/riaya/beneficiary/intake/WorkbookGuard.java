package ma.riaya.beneficiary.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import ma.riaya.kit.problem.RefusedException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads a workbook once, counting, before anything of it is believed: what it unpacks to, what it declares, how wide it is.
 *
 * <p>A few kilobytes can unpack to terabytes, an XML entity can read a file of this machine, and one cell in a far column would be given room for all before it.
 */
final class WorkbookGuard {

    static final long MOST_PACKED = 25L << 20;
    static final long MOST_UNPACKED = 600L << 20;
    static final long MOST_SHARED_TEXTS = 64L << 20;
    private static final int MOST_ENTRIES = 500;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    /** A column of more than three letters is beyond any sheet. */
    private static final int MOST_LETTERS = 3;

    private static final String STYLES = "xl/styles.xml";
    private static final byte[] ADDRESS = {' ', 'r', '=', '"'};

    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;

    private WorkbookGuard() {}

    /** Answers whether it says how its cells are written, which a workbook may leave out: its numbers are numbers then, and no dates. */
    static boolean demandHarmless(SeekableByteChannel bytes) throws IOException {
        if (bytes.size() > MOST_PACKED) {
            throw new RefusedException(new CannotImport.WorkbookTooLarge(MOST_PACKED >> 20));
        }
        WorkbookGuard guard = new WorkbookGuard();
        int entries = 0;
        boolean styled = false;
        try (ZipFile zip =
                ZipFile.builder().setSeekableByteChannel(new Unclosed(bytes)).get()) {
            Enumeration<ZipArchiveEntry> all = zip.getEntries();
            while (all.hasMoreElements()) {
                ZipArchiveEntry entry = all.nextElement();
                if (++entries > MOST_ENTRIES) {
                    throw new RefusedException(new CannotImport.WorkbookUnsafe());
                }
                styled |= entry.getName().equals(STYLES);
                boolean shared =
                        entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("sharedstrings.xml");
                try (InputStream in = zip.getInputStream(entry)) {
                    guard.read(in, shared ? MOST_SHARED_TEXTS : MOST_UNPACKED);
                }
            }
        } catch (IOException notAWorkbook) {
            throw new RefusedException(new CannotImport.NotAWorkbook());
        }
        return styled;
    }

    private void read(InputStream in, long most) throws IOException {
        long here = 0;
        Search doctype = new Search(DOCTYPE);
        Search address = new Search(ADDRESS);
        int letters = -1;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            here += read;
            unpacked += read;
            if (here > most || unpacked > MOST_UNPACKED) {
                throw new RefusedException(new CannotImport.WorkbookTooLarge(most >> 20));
            }
            for (int i = 0; i < read; i++) {
                byte octet = buffer[i];
                boolean letter = octet >= 'A' && octet <= 'Z';
                letters = letters >= 0 && letter ? letters + 1 : -1;
                if (doctype.isMet(octet) || letters > MOST_LETTERS) {
                    throw new RefusedException(new CannotImport.WorkbookUnsafe());
                }
                letters = address.isMet(octet) ? 0 : letters;
            }
        }
    }

    /** Finds a short text in a stream of bytes. */
    private static final class Search {

        private final byte[] wanted;
        private int met;

        Search(byte[] wanted) {
            this.wanted = wanted;
        }

        /** Whether the text ends with this byte; its first byte occurs in it once, so that no step back is needed. */
        boolean isMet(byte octet) {
            met = octet == wanted[met] ? met + 1 : octet == wanted[0] ? 1 : 0;
            if (met < wanted.length) {
                return false;
            }
            met = 0;
            return true;
        }
    }

    /** The spool belongs to the request; whoever reads a part of it leaves it open. */
    private record Unclosed(SeekableByteChannel bytes) implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer into) throws IOException {
            return bytes.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            throw new IOException("read only");
        }

        @Override
        public long position() throws IOException {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long at) throws IOException {
            bytes.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return bytes.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            throw new IOException("read only");
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() {}
    }
}
