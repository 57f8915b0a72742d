package ma.riaya.welfare.payment.bankfile;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages that are read, by the namespace of their document; other versions may have moved what we read. */
enum Message {
    PAIN_002("pain.002", "CstmrPmtStsRpt", 3, 14, StatusReportReader::new),
    CAMT_054("camt.054", "BkToCstmrDbtCdtNtfctn", 2, 13, NotificationReader::new);

    /** What a refusal names. */
    static final String EXPECTED = "pain.002.001.03–14, camt.054.001.02–13";

    private static final String DOCUMENT = "Document";
    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\\.[0-9]{3})\\.001\\.([0-9]{2})");

    private final String name;
    private final String element;
    private final int oldest;
    private final int newest;
    private final Supplier<MessageReader> reader;

    Message(String name, String element, int oldest, int newest, Supplier<MessageReader> reader) {
        this.name = name;
        this.element = element;
        this.oldest = oldest;
        this.newest = newest;
        this.reader = reader;
    }

    /** The message whose document this is; empty where none that is read has such a root. */
    static Optional<Message> of(String root, String namespace) {
        Matcher known = NAMESPACE.matcher(namespace);
        if (!root.equals(DOCUMENT) || !known.matches()) {
            return Optional.empty();
        }
        int version = Integer.parseInt(known.group(2));
        for (Message message : values()) {
            if (message.name.equals(known.group(1)) && message.oldest <= version && version <= message.newest) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** The element of the document that is the message. */
    String element() {
        return element;
    }

    MessageReader reader() {
        return reader.get();
    }
}
