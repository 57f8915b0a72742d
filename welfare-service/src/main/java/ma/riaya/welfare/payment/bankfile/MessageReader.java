package ma.riaya.welfare.payment.bankfile;

/** Follows one message, element by element; a path has local names only, so every version of a message reads alike. */
interface MessageReader {

    /** As many payments as one file may speak of: a bank's day has some thousands. */
    int MOST_LINES = 100_000;

    /** An element begins. */
    void opened(String path);

    /** An element has ended; the last one is the message itself, whose path is empty. */
    void closed(Element element);

    /** What the whole message said, once it has ended. */
    BankFile result();
}
