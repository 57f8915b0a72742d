package ma.riaya.acceptance.bank;

/** A file that the bank cannot even read as a payment order; the message says why. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
