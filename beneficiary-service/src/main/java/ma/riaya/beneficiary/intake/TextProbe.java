package ma.riaya.beneficiary.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a text is encoded, from all its bytes, since a row in another encoding must not be found after others were written.
 *
 * <p>Valid UTF-8 is UTF-8. Else it is Windows-1256 where more of its bytes beyond ASCII are letters of Arabic there than parts of
 * UTF-8 sequences, and no byte is zero. Everything else is refused with the first line that is not UTF-8.
 */
final class TextProbe {

    private static final int BUFFER = 64 * 1024;

    private long line = 1;
    private long firstWrong;
    private long sequences;
    private long wrong;
    private long arabic;
    private long zeros;
    private int expected;

    private TextProbe() {}

    static Encoding encoding(SeekableByteChannel bytes, @Nullable Encoding declared) throws IOException {
        TextProbe probe = new TextProbe();
        probe.readAll(bytes);
        boolean utf8 = probe.firstWrong == 0 && probe.zeros == 0;
        if (declared == Encoding.WINDOWS_1256 && probe.zeros == 0) {
            return declared;
        }
        if (utf8) {
            return Encoding.UTF_8;
        }
        boolean windows = declared == null && probe.zeros == 0 && probe.arabic > 0 && probe.wrong > probe.sequences;
        if (windows) {
            return Encoding.WINDOWS_1256;
        }
        throw new RefusedException(new CannotImport.NotUtf8(Math.max(1, probe.firstWrong)));
    }

    /** The first line, to find its separator. */
    static String firstLine(SeekableByteChannel bytes, Encoding encoding) throws IOException {
        bytes.position(0);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (buffer.hasRemaining() && bytes.read(buffer) >= 0) {
            // A read may bring less than there is.
        }
        buffer.flip();
        String text = encoding.charset().decode(buffer).toString();
        return text.lines().findFirst().orElse("");
    }

    private void readAll(SeekableByteChannel bytes) throws IOException {
        bytes.position(0);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (bytes.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                take(buffer.get() & 0xff);
            }
            buffer.clear();
        }
        if (expected > 0) {
            isWrong();
        }
    }

    private void take(int octet) {
        if (expected > 0) {
            expected--;
            if ((octet & 0xc0) == 0x80) {
                sequences += expected == 0 ? 1 : 0;
                return;
            }
            expected = 0;
            isWrong();
        }
        if (octet == '\n') {
            line++;
        } else if (octet == 0) {
            zeros++;
            isWrong();
        } else if (octet >= 0xc2 && octet <= 0xdf) {
            expected = 1;
        } else if (octet >= 0xe0 && octet <= 0xef) {
            expected = 2;
        } else if (octet >= 0xf0 && octet <= 0xf4) {
            expected = 3;
        } else if (octet >= 0x80) {
            isWrong();
        }
        arabic += isArabicLetter(octet) ? 1 : 0;
    }

    private void isWrong() {
        wrong++;
        firstWrong = firstWrong == 0 ? line : firstWrong;
    }

    /** The letters of Arabic in Windows-1256; between them stand those of French. */
    private static boolean isArabicLetter(int octet) {
        return (octet >= 0xc1 && octet <= 0xdf && octet != 0xd7)
                || octet == 0xe1
                || (octet >= 0xe3 && octet <= 0xe6)
                || octet == 0xec
                || octet == 0xed;
    }
}
