package ma.riaya.welfare.payment.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the bank answers, as read; every way to lead the reader astray is refused by name. */
class BankFileReaderTest {

    private static final String STATUS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>PAY-2025-000001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
            %s</CstmrPmtStsRpt></Document>
            """;

    private static final String NOTIFICATION = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
            <GrpHdr><MsgId>NT-1</MsgId></GrpHdr><Ntfctn><Id>1</Id>%s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
            """;

    @Test
    void eachPaymentOfAStatusReport() {
        BankFile file = read(STATUS.formatted("<GrpSts>PART</GrpSts>", """
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>PAY-2025-000001</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>RY01</OrgnlEndToEndId><TxSts>ACSP</TxSts>
                  <OrgnlTxRef><Amt><InstdAmt Ccy="MAD">1000.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>RY02</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                  <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>RY03</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
                <TxInfAndSts><TxSts>ODDS</TxSts></TxInfAndSts>
                </OrgnlPmtInfAndSts>"""));

        assertThat(file.kind()).isEqualTo(BankFile.Kind.PAIN_002);
        assertThat(file.messageId()).isEqualTo("ST-1");
        assertThat(file.batches()).isEmpty();
        assertThat(file.lines())
                .containsExactly(
                        new BankLine("RY01", Says.ACCEPTED, new BigDecimal("1000.00"), "MAD", null, null),
                        new BankLine("RY02", Says.REFUSED, null, null, "AC04", null),
                        new BankLine("RY03", Says.NOTHING_YET, null, null, null, null),
                        new BankLine(null, Says.UNKNOWN, null, null, null, null));
    }

    @Test
    void aStatusOfTheWholeBatch() {
        String reason = "<StsRsnInf><Rsn><Prtry>DUPL</Prtry></Rsn></StsRsnInf>";

        assertThat(read(STATUS.formatted("<GrpSts>RJCT</GrpSts>" + reason, "")).batches())
                .containsExactly(new BatchStatus("PAY-2025-000001", Says.REFUSED, "DUPL"));
        assertThat(read(STATUS.formatted("", "<OrgnlPmtInfAndSts><PmtInfSts>ACCP</PmtInfSts></OrgnlPmtInfAndSts>"))
                        .batches())
                .containsExactly(new BatchStatus("PAY-2025-000001", Says.ACCEPTED, null));
    }

    @Test
    void debitsAndReturnsOfANotification() {
        BankFile file = read(NOTIFICATION.formatted("""
                <Ntry><Amt Ccy="MAD">2000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><AcctSvcrRef>E1</AcctSvcrRef><NtryDtls>
                  <TxDtls><Refs><AcctSvcrRef>T1</AcctSvcrRef><EndToEndId>RY01</EndToEndId></Refs><Amt Ccy="MAD">1200.00</Amt></TxDtls>
                  <TxDtls><Refs><EndToEndId>RY02</EndToEndId></Refs><Amt Ccy="MAD">800.00</Amt></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="MAD">800.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls>
                  <TxDtls><Refs><EndToEndId>RY02</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="MAD">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>
                <Ntry><Amt Ccy="MAD">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>"""));

        assertThat(file.kind()).isEqualTo(BankFile.Kind.CAMT_054);
        assertThat(file.lines())
                .containsExactly(
                        new BankLine("RY01", Says.DEBITED, new BigDecimal("1200.00"), "MAD", null, "T1"),
                        new BankLine("RY02", Says.DEBITED, new BigDecimal("800.00"), "MAD", null, "E1"),
                        new BankLine("RY02", Says.RETURNED, new BigDecimal("800.00"), "MAD", "AC04", null),
                        new BankLine(null, Says.NOTHING_YET, new BigDecimal("5.00"), "MAD", null, null),
                        new BankLine(null, Says.UNKNOWN, new BigDecimal("7.00"), "MAD", null, null));
    }

    @Test
    void anOlderVersionReadsAlike() {
        BankFile file = read(NOTIFICATION.replace("001.08", "001.02").formatted("""
                <Ntry><Amt Ccy="MAD">800.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts><NtryDtls>
                <TxDtls><Refs><EndToEndId>RY02</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="MAD">800.00</Amt></TxAmt></AmtDtls></TxDtls>
                </NtryDtls></Ntry>"""));

        assertThat(file.lines())
                .containsExactly(new BankLine("RY02", Says.RETURNED, new BigDecimal("800.00"), "MAD", null, null));
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingOutsideIsRead() {
        String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n";
        String bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n";
        String outside = "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">\n";
        String message = NOTIFICATION.formatted("<Ntry><Amt Ccy=\"MAD\">&x;</Amt></Ntry>");

        for (String prefix : new String[] {entity, bomb, outside}) {
            refused(() -> read(prefix + message)).isInstanceOf(CannotReadBankFile.WithDtd.class);
        }
    }

    @Test
    void whatIsNoneOfTheBanksMessages() {
        refused(() -> read("<Document><CstmrCdtTrfInitn/></Document>"))
                .isEqualTo(new CannotReadBankFile.UnknownKind("CstmrCdtTrfInitn"));
        refused(() -> read("<html/>")).isEqualTo(new CannotReadBankFile.UnknownKind(""));
    }

    @Test
    void whatIsBrokenNamesItsLine() {
        refused(() -> read("")).isEqualTo(new CannotReadBankFile.Malformed(1));
        refused(() -> read("not a file")).isEqualTo(new CannotReadBankFile.Malformed(1));
        refused(() -> read(NOTIFICATION.formatted("<Ntry>\n<Amt Ccy=\"MAD\">-1.00</Amt></Ntry>")))
                .isEqualTo(new CannotReadBankFile.Malformed(3));
        refused(() -> read(NOTIFICATION.formatted("<Ntry>\n\n</Ntr>"))).isEqualTo(new CannotReadBankFile.Malformed(4));
        refused(() -> read(NOTIFICATION.formatted("<Ntry>&x;</Ntry>")))
                .isInstanceOf(CannotReadBankFile.Malformed.class);
        refused(() -> read(NOTIFICATION.formatted("<a>".repeat(100) + "</a>".repeat(100))))
                .isInstanceOf(CannotReadBankFile.Malformed.class);
        refused(() -> read(NOTIFICATION.formatted("<Ntry>" + "a".repeat(5_000) + "</Ntry>")))
                .isInstanceOf(CannotReadBankFile.Malformed.class);
        refused(() -> read("<D><CstmrPmtStsRpt/><CstmrPmtStsRpt/></D>"))
                .isInstanceOf(CannotReadBankFile.Malformed.class);
    }

    private static BankFile read(String xml) {
        return BankFileReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static org.assertj.core.api.ObjectAssert<Refusal> refused(ThrowingCallable reading) {
        return assertThatThrownBy(reading)
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class));
    }
}
