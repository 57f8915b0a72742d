package ma.riaya.welfare.payment.bankfile;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's file as a stream of elements, never as a tree.
 *
 * <p>A document type is refused, no external entity is ever fetched, and depth and lengths are bounded.
 */
public final class BankFileReader {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern NOT_A_NAME = Pattern.compile("[^A-Za-z0-9.]");
    private static final int LONGEST_SHOWN = 40;

    private final XMLStreamReader xml;
    private final Deque<Integer> lengths = new ArrayDeque<>();
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private @Nullable MessageReader message;

    private BankFileReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** What the file says; refused by name where it cannot be read, whole. */
    public static BankFile read(byte[] file) {
        XMLStreamReader xml = null;
        try {
            xml = hardened().createXMLStreamReader(new ByteArrayInputStream(file));
            return new BankFileReader(xml).read();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw new RefusedException(new CannotReadBankFile.Malformed(Math.max(line, 1)));
        } catch (MessageReader.Unreadable unreadable) {
            throw new RefusedException(new CannotReadBankFile.Malformed(
                    xml == null ? 1 : xml.getLocation().getLineNumber()));
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    private BankFile read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new RefusedException(
                            new CannotReadBankFile.WithDtd(xml.getLocation().getLineNumber()));
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new MessageReader.Unreadable("an entity");
                case XMLStreamConstants.START_ELEMENT -> opened();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                case XMLStreamConstants.END_ELEMENT -> closed();
                default -> {
                    // Comments, blanks and instructions say nothing.
                }
            }
        }
        if (message == null) {
            throw new RefusedException(new CannotReadBankFile.UnknownKind(""));
        }
        return message.result();
    }

    /** Level 1 is the document, level 2 the message that decides the kind; paths begin below. */
    private void opened() throws XMLStreamException {
        depth++;
        if (depth > DEEPEST) {
            throw new MessageReader.Unreadable("too deep");
        }
        text.setLength(0);
        if (depth == 2) {
            if (message != null) {
                throw new MessageReader.Unreadable("a second message");
            }
            message = readerOf(xml.getLocalName());
        } else if (depth > 2 && message != null) {
            lengths.push(path.length());
            if (!path.isEmpty()) {
                path.append('/');
            }
            path.append(xml.getLocalName());
            message.opened(path.toString(), xml.getAttributeValue(null, "Ccy"));
        }
    }

    private void characters() {
        if (depth > 2) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                throw new MessageReader.Unreadable("too long");
            }
        }
    }

    private void closed() {
        if (depth > 2 && message != null) {
            message.closed(path.toString(), text.toString().strip());
            path.setLength(lengths.pop());
            text.setLength(0);
        }
        depth--;
    }

    private static MessageReader readerOf(String name) {
        return switch (name) {
            case "CstmrPmtStsRpt" -> new StatusReportReader();
            case "BkToCstmrDbtCdtNtfctn" -> new NotificationReader();
            default -> {
                String shown = NOT_A_NAME.matcher(name).replaceAll("");
                throw new RefusedException(new CannotReadBankFile.UnknownKind(
                        shown.substring(0, Math.min(LONGEST_SHOWN, shown.length()))));
            }
        };
    }
}
