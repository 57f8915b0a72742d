package ma.riaya.acceptance.bank;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a pain.001.001.09 without trusting it: no DTD, no entity, bounded size, depth and text. */
final class PaymentOrderReader {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:" + PaymentOrder.MESSAGE;
    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 1_024;
    private static final String GROUP = "/Document/CstmrCdtTrfInitn/PmtInf";
    private static final String LINE = GROUP + "/CdtTrfTxInf";

    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, String> group = new HashMap<>();
    private final Map<String, String> line = new HashMap<>();
    private final List<PaymentOrder.Line> lines = new ArrayList<>();
    private final List<PaymentOrder.Group> groups = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private PaymentOrderReader() {}

    static PaymentOrder read(byte[] bytes) throws UnreadableFile {
        if (bytes.length > LARGEST_FILE) {
            throw new UnreadableFile("larger than " + LARGEST_FILE + " bytes");
        }
        try {
            return new PaymentOrderReader().document(bytes);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new UnreadableFile("not well-formed: " + e.getMessage(), e);
        }
    }

    private PaymentOrder document(byte[] bytes) throws XMLStreamException, UnreadableFile {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableFile("has a DTD or an entity");
                case XMLStreamConstants.START_ELEMENT -> open(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> close();
                default -> {
                    // Comments and white space between elements say nothing.
                }
            }
        }
        return new PaymentOrder(
                required(header, "/Document/CstmrCdtTrfInitn/GrpHdr/MsgId"),
                new PaymentOrder.Declared(
                        header.get("/Document/CstmrCdtTrfInitn/GrpHdr/NbOfTxs"),
                        header.get("/Document/CstmrCdtTrfInitn/GrpHdr/CtrlSum")),
                List.copyOf(groups));
    }

    private void open(XMLStreamReader xml) throws UnreadableFile {
        if (!NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new UnreadableFile("an element outside " + NAMESPACE);
        }
        if (path.size() >= DEEPEST) {
            throw new UnreadableFile("nested too deep");
        }
        path.addLast(xml.getLocalName());
        text.setLength(0);
        String currency = xml.getAttributeValue(null, "Ccy");
        if (currency != null) {
            line.put(here() + "@Ccy", currency);
        }
    }

    private void add(String characters) throws UnreadableFile {
        if (!characters.isBlank() && text.length() + characters.length() > LONGEST_TEXT) {
            throw new UnreadableFile("a text longer than " + LONGEST_TEXT + " characters");
        }
        if (text.length() + characters.length() <= LONGEST_TEXT) {
            text.append(characters);
        }
    }

    private void close() throws UnreadableFile {
        String here = here();
        if (here.equals(LINE)) {
            endLine();
        } else if (here.equals(GROUP)) {
            endGroup();
        } else if (here.startsWith(LINE + "/")) {
            line.put(here, text.toString().strip());
        } else if (here.startsWith(GROUP + "/")) {
            group.put(here, text.toString().strip());
        } else {
            header.put(here, text.toString().strip());
        }
        text.setLength(0);
        path.removeLast();
    }

    private void endLine() throws UnreadableFile {
        lines.add(new PaymentOrder.Line(
                line.getOrDefault(LINE + "/PmtId/InstrId", ""),
                required(line, LINE + "/PmtId/EndToEndId"),
                new BigDecimal(required(line, LINE + "/Amt/InstdAmt")),
                required(line, LINE + "/Amt/InstdAmt@Ccy"),
                line.getOrDefault(LINE + "/Cdtr/Nm", ""),
                line.getOrDefault(LINE + "/CdtrAcct/Id/IBAN", "")));
        line.clear();
    }

    private void endGroup() throws UnreadableFile {
        groups.add(new PaymentOrder.Group(
                required(group, GROUP + "/PmtInfId"),
                required(group, GROUP + "/DbtrAcct/Id/IBAN"),
                new PaymentOrder.Declared(group.get(GROUP + "/NbOfTxs"), group.get(GROUP + "/CtrlSum")),
                List.copyOf(lines)));
        lines.clear();
        group.clear();
    }

    private String here() {
        return "/" + String.join("/", path);
    }

    private static String required(Map<String, String> values, String path) throws UnreadableFile {
        String value = values.get(path);
        if (value == null || value.isEmpty()) {
            throw new UnreadableFile("without " + path);
        }
        return value;
    }
}
