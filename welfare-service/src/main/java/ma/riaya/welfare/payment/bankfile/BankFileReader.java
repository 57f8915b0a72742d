package ma.riaya.welfare.payment.bankfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
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
 * Every element is of the document's own namespace, save in the envelopes where the standard lets others put theirs: those are passed over.
 */
public final class BankFileReader {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LEVEL_OF_THE_MESSAGE = 2;

    /** Each costs every element within it a comparison, and the parser as many as there are before it. */
    private static final int MOST_NAMESPACES = 20;

    private static final String ENVELOPE = "SplmtryData/Envlp";

    private final XMLStreamReader xml;
    private final BoundedReader characters;
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int envelope;
    private String namespace = "";
    private @Nullable Message kind;
    private @Nullable MessageReader message;

    private BankFileReader(XMLStreamReader xml, BoundedReader characters) {
        this.xml = xml;
        this.characters = characters;
    }

    /** An element that has begun, and where its content does. */
    private static final class Open {
        private final int pathBefore;
        private final @Nullable String ccy;
        private final int line;
        private final int column;
        private boolean holdsElements;

        Open(int pathBefore, @Nullable String ccy, int line, int column) {
            this.pathBefore = pathBefore;
            this.ccy = ccy;
            this.line = line;
            this.column = column;
        }
    }

    /** What the file says; refused by name where it cannot be read, whole. */
    public static BankFile read(byte[] file) {
        try (BoundedReader characters = new BoundedReader(Utf8.reader(file))) {
            XMLStreamReader xml = hardened().createXMLStreamReader(characters);
            Utf8.agree(xml.getCharacterEncodingScheme());
            return new BankFileReader(xml, characters).read();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNumber();
            throw new RefusedException(new CannotReadBankFile.Malformed(Math.max(line, 1), Math.max(column, 1)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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
            switch (next()) {
                case XMLStreamConstants.DTD ->
                    throw new RefusedException(new CannotReadBankFile.WithDtd(line(), column()));
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new RefusedException(new CannotReadBankFile.Malformed(line(), column()));
                case XMLStreamConstants.START_ELEMENT -> opened();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                case XMLStreamConstants.END_ELEMENT -> closed();
                default -> {
                    // Comments, blanks and instructions say nothing.
                }
            }
        }
        return Objects.requireNonNull(message, "a document ends with its message")
                .result();
    }

    private int next() throws XMLStreamException {
        characters.begin();
        try {
            return xml.next();
        } catch (XMLStreamException broken) {
            if (characters.hasEnded()) {
                throw endless();
            }
            throw broken;
        }
    }

    /** Level 1 is the document, whose namespace decides the kind, level 2 the message; paths begin below. */
    private void opened() {
        depth++;
        if (depth > DEEPEST) {
            throw new RefusedException(new CannotReadBankFile.TooDeep(DEEPEST, line(), column()));
        }
        if (xml.getNamespaceCount() > MOST_NAMESPACES) {
            throw endless();
        }
        if (envelope > 0) {
            return;
        }
        if (depth == 1) {
            namespace = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
            kind = Message.of(xml.getLocalName(), namespace).orElseThrow(this::unknownKind);
            return;
        }
        if (!namespace.equals(xml.getNamespaceURI())) {
            throw unexpected();
        }
        if (depth == LEVEL_OF_THE_MESSAGE) {
            messageOpened();
        } else {
            elementOpened();
        }
    }

    private void messageOpened() {
        if (message != null) {
            throw unexpected();
        }
        Message expected = Objects.requireNonNull(kind);
        if (!xml.getLocalName().equals(expected.element())) {
            throw unknownKind();
        }
        message = expected.reader();
        begin(0);
    }

    private void elementOpened() {
        Open parent = open.element();
        requireNoText(parent);
        parent.holdsElements = true;
        int before = path.length();
        if (before > 0) {
            path.append('/');
        }
        path.append(xml.getLocalName());
        begin(before);
        if (endsWithEnvelope()) {
            envelope = depth;
        }
        Objects.requireNonNull(message).opened(path.toString());
    }

    private void begin(int pathBefore) {
        open.push(new Open(pathBefore, xml.getAttributeValue("", "Ccy"), line(), column()));
        text.setLength(0);
    }

    private boolean endsWithEnvelope() {
        int from = path.length() - ENVELOPE.length();
        return from == 0 && path.indexOf(ENVELOPE) == 0
                || from > 0 && path.indexOf("/" + ENVELOPE, from - 1) == from - 1;
    }

    private void characters() {
        if (depth >= LEVEL_OF_THE_MESSAGE && envelope == 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                throw ended("").malformed();
            }
        }
    }

    private void closed() {
        if (envelope == depth) {
            envelope = 0;
        }
        if (envelope == 0) {
            if (depth >= LEVEL_OF_THE_MESSAGE) {
                elementClosed();
            } else if (message == null) {
                throw new RefusedException(new CannotReadBankFile.MissingElement(
                        new Place(Objects.requireNonNull(kind).element(), line(), column())));
            }
        }
        depth--;
    }

    private void elementClosed() {
        Open ending = open.element();
        if (ending.holdsElements) {
            requireNoText(ending);
        }
        Element element = ended(text.toString());
        open.pop();
        Objects.requireNonNull(message).closed(element);
        path.setLength(ending.pathBefore);
        text.setLength(0);
    }

    /** Either text or elements: what stands between elements could be taken for a value, or hide one. */
    private void requireNoText(Open holder) {
        if (!text.toString().isBlank()) {
            throw new Element(messageName(), path.toString(), "", null, holder.line, holder.column).malformed();
        }
        text.setLength(0);
    }

    private Element ended(String content) {
        Open ending = open.element();
        return new Element(messageName(), path.toString(), content, ending.ccy, ending.line, ending.column);
    }

    private String messageName() {
        return Objects.requireNonNull(kind).element();
    }

    /** What stands here, be it a tag, a comment or a text, goes on farther than anything in a message does. */
    private RefusedException endless() {
        String where = kind == null || depth < LEVEL_OF_THE_MESSAGE ? "Document" : pathFromTheMessage();
        return new RefusedException(new CannotReadBankFile.ValueMalformed(new Place(where, line(), column())));
    }

    private RefusedException unexpected() {
        String before = depth == LEVEL_OF_THE_MESSAGE ? "" : pathFromTheMessage() + "/";
        return new RefusedException(
                new CannotReadBankFile.UnexpectedElement(new Place(before + xml.getLocalName(), line(), column())));
    }

    private String pathFromTheMessage() {
        return path.isEmpty() ? messageName() : messageName() + "/" + path;
    }

    private RefusedException unknownKind() {
        String uri = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
        String found = Place.shown(xml.getLocalName()) + (uri.isEmpty() ? "" : " xmlns=" + Place.shown(uri));
        return new RefusedException(new CannotReadBankFile.UnknownKind(found, line(), column()));
    }

    private int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private int column() {
        return Math.max(1, xml.getLocation().getColumnNumber());
    }
}
