package ma.riaya.welfare.payment.bankfile;

import org.jspecify.annotations.Nullable;

/** Follows one message, element by element; a path has local names only, so every version of a message reads alike. */
interface MessageReader {

    /** An element begins; {@code currency} is its {@code Ccy}, where it has one. */
    void opened(String path, @Nullable String currency);

    /** An element ends; {@code text} is what stands directly in it, empty where it holds elements. */
    void closed(String path, String text);

    /** What the whole message said. */
    BankFile result();

    /** A value that cannot be what its element says. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }
}
