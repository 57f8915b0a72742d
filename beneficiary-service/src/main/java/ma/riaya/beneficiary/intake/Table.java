package ma.riaya.beneficiary.intake;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** A file read row by row, never whole. */
interface Table extends Closeable {

    /** The first row; empty where there is none. */
    List<String> header();

    /** The next row; empty at the end. */
    Optional<RawRow> next() throws BrokenAt;

    /** From this row on the file cannot be read. */
    final class BrokenAt extends Exception {

        private static final long serialVersionUID = 1L;

        private final int row;
        private final long line;

        BrokenAt(int row, long line, Throwable cause) {
            super("row " + row + " on line " + line, cause);
            this.row = row;
            this.line = line;
        }

        int row() {
            return row;
        }

        long line() {
            return line;
        }
    }
}
