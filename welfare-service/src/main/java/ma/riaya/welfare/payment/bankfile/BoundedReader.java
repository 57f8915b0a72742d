package ma.riaya.welfare.payment.bankfile;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Gives a parser so many characters for each thing that it is asked for, and no more.
 *
 * <p>It keeps a tag or a comment whole, and compares each namespace of a tag with those before it: a tag of some megabytes keeps it busy for hours.
 */
final class BoundedReader extends FilterReader {

    private static final int MOST = 65_536;

    private int given;
    private boolean ended;

    BoundedReader(Reader text) {
        super(text);
    }

    /** The parser is asked for the next thing. */
    void begin() {
        given = 0;
    }

    /** Whether it asked for more than it is given. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws IOException {
        given += more;
        if (given > MOST) {
            ended = true;
            throw new IOException("more than " + MOST + " characters for one thing");
        }
    }
}
