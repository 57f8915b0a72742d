package ma.riaya.welfare.payment.bankfile;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** A bank's file as text: UTF-8, which ISO 20022 wants, with or without its mark; whoever says or sends another is told so. */
final class Utf8 {

    private static final Set<String> NAMES = Set.of("utf-8", "utf8");
    private static final int MARK = 3;
    private static final int A_PIECE = 8_192;
    private static final int FIRST_CHARACTERS = 4;

    private Utf8() {}

    static Reader reader(byte[] file) {
        if (isOfWideCharacters(file)) {
            throw other("UTF-16");
        }
        int start = startsWithMark(file) ? MARK : 0;
        check(ByteBuffer.wrap(file, start, file.length - start).slice());
        return new InputStreamReader(
                new ByteArrayInputStream(file, start, file.length - start), StandardCharsets.UTF_8);
    }

    /** What the file says of itself must be so, for another reader would believe it. */
    static void agree(@Nullable String declared) {
        if (declared != null && !NAMES.contains(declared.toLowerCase(Locale.ROOT))) {
            throw other(Place.shown(declared));
        }
    }

    /** No XML in UTF-8 begins with either mark of UTF-16 or has a zero among its first characters. */
    private static boolean isOfWideCharacters(byte[] file) {
        if (file.length >= 2
                && ((file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff
                        || (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe)) {
            return true;
        }
        for (int i = 0; i < Math.min(FIRST_CHARACTERS, file.length); i++) {
            if (file[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithMark(byte[] file) {
        return file.length >= MARK && (file[0] & 0xff) == 0xef && (file[1] & 0xff) == 0xbb && (file[2] & 0xff) == 0xbf;
    }

    /** Piece by piece, so that it costs no second copy. */
    private static void check(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer piece = CharBuffer.allocate(A_PIECE);
        int line = 1;
        int column = 1;
        CoderResult result;
        do {
            result = decoder.decode(bytes, piece, true);
            piece.flip();
            while (piece.hasRemaining()) {
                boolean ends = piece.get() == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
            piece.clear();
            if (result.isError()) {
                throw new RefusedException(new CannotReadBankFile.BytesMalformed(line, column));
            }
        } while (result.isOverflow());
    }

    private static RefusedException other(String found) {
        return new RefusedException(new CannotReadBankFile.OtherEncoding(found));
    }
}
