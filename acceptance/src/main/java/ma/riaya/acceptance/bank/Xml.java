package ma.riaya.acceptance.bank;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one ISO 20022 document, element by element. */
final class Xml {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    Xml(String message) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeStartElement("Document");
            writer.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + message);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the elements one inside the other, writes the content and closes them again. */
    Xml in(String path, Runnable content) {
        String[] names = path.split("/", -1);
        try {
            for (String name : names) {
                writer.writeStartElement(name);
            }
            content.run();
            for (int i = 0; i < names.length; i++) {
                writer.writeEndElement();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml leaf(String path, Object value) {
        return in(path, () -> text(value.toString()));
    }

    Xml amount(String name, BigDecimal amount) {
        return in(name, () -> {
            try {
                writer.writeAttribute("Ccy", "MAD");
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
            text(decimal(amount));
        });
    }

    /** Two decimals, or as many as a refused line had: the answer repeats what was asked. */
    private static String decimal(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private void text(String value) {
        try {
            writer.writeCharacters(value);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        try {
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
