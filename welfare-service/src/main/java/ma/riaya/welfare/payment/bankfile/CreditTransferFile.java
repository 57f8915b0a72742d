package ma.riaya.welfare.payment.bankfile;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.riaya.kit.time.Clocks;

/**
 * Writes {@code pain.001.001.09}: one group, one payment information, one transfer for each payment.
 *
 * <p>The same order gives the same bytes.
 */
public final class CreditTransferFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String CURRENCY = "MAD";
    private static final int LONGEST_NAME = 70;
    private static final int TYPICAL_TRANSFER = 520;

    private final TransferOrder order;
    private final XMLStreamWriter xml;

    private CreditTransferFile(TransferOrder order, XMLStreamWriter xml) {
        this.order = order;
        this.xml = xml;
    }

    /** The file's bytes, in UTF-8. */
    public static byte[] write(TransferOrder order) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(2_000 + order.transfers().size() * TYPICAL_TRANSFER);
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new CreditTransferFile(order, xml).document();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory takes what is written to it", impossible);
        }
        return bytes.toByteArray();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        newLine();
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        groupHeader();
        paymentInformation();
        newLine();
        xml.writeEndElement();
        xml.writeEndElement();
        newLine();
        xml.writeEndDocument();
    }

    private void groupHeader() throws XMLStreamException {
        newLine();
        xml.writeStartElement("GrpHdr");
        text("MsgId", order.messageId());
        text("CreDtTm", order.releasedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        counts();
        xml.writeStartElement("InitgPty");
        name(order.debtor().name());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void paymentInformation() throws XMLStreamException {
        newLine();
        xml.writeStartElement("PmtInf");
        text("PmtInfId", order.messageId());
        text("PmtMtd", "TRF");
        // Each transfer is debited by itself, so that each confirmation names one payment.
        text("BtchBookg", "false");
        counts();
        xml.writeStartElement("ReqdExctnDt");
        text("Dt", LocalDate.ofInstant(order.releasedAt(), Clocks.BUSINESS_ZONE).toString());
        xml.writeEndElement();
        xml.writeStartElement("Dbtr");
        name(order.debtor().name());
        xml.writeEndElement();
        account("DbtrAcct", order.debtor().iban());
        xml.writeStartElement("DbtrAgt");
        xml.writeStartElement("FinInstnId");
        text("BICFI", order.debtor().bic());
        xml.writeEndElement();
        xml.writeEndElement();
        // The institution bears the charges: a family receives the whole amount.
        text("ChrgBr", "DEBT");
        for (Transfer transfer : order.transfers()) {
            transfer(transfer);
        }
        newLine();
        xml.writeEndElement();
    }

    private void transfer(Transfer transfer) throws XMLStreamException {
        newLine();
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        text("EndToEndId", transfer.endToEndId());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", CURRENCY);
        xml.writeCharacters(decimal(transfer.amount()));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("Cdtr");
        name(transfer.holder());
        xml.writeEndElement();
        account("CdtrAcct", transfer.iban());
        xml.writeEndElement();
    }

    private void counts() throws XMLStreamException {
        text("NbOfTxs", Integer.toString(order.transfers().size()));
        text("CtrlSum", decimal(order.total()));
    }

    private void account(String element, String iban) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        text("IBAN", iban);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void name(String name) throws XMLStreamException {
        text("Nm", LatinText.of(name, LONGEST_NAME));
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** Refuses a third decimal rather than rounding it away. */
    private static String decimal(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
    }
}
