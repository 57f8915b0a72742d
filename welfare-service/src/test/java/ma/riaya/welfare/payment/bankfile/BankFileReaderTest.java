package ma.riaya.welfare.payment.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank answers, as read. */
class BankFileReaderTest {

    private static final String BOOKED = "<Sts><Cd>BOOK</Cd></Sts>";
    private static final Booking ENTRY = new Booking(Samples.IBAN, null);

    @Test
    void eachPaymentOfAStatusReport() {
        BankFile file = read(Samples.status("<GrpSts>PART</GrpSts>", """
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>PAY-2025-000001</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>RY01</OrgnlEndToEndId><TxSts>ACSP</TxSts>
                  <OrgnlTxRef><Amt><InstdAmt Ccy="MAD">1000.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>RY02</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                  <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf><StsRsnInf><Rsn><Cd>AC06</Cd></Rsn></StsRsnInf></TxInfAndSts>
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

        assertThat(read(Samples.status("<GrpSts>RJCT</GrpSts>" + reason, "")).batches())
                .containsExactly(new BatchStatus("PAY-2025-000001", Says.REFUSED, "DUPL"));
        assertThat(read(Samples.status("", "<OrgnlPmtInfAndSts><PmtInfSts>ACCP</PmtInfSts></OrgnlPmtInfAndSts>"))
                        .batches())
                .containsExactly(new BatchStatus("PAY-2025-000001", Says.ACCEPTED, null));
    }

    @Test
    void debitsAndReturnsOfANotification() {
        BankFile file = read(Samples.notification("""
                <Ntry><Amt Ccy="MAD">2000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2025-07-02</Dt></BookgDt>
                  <AcctSvcrRef>E1</AcctSvcrRef><NtryDtls>
                  <TxDtls><Refs><AcctSvcrRef>T1</AcctSvcrRef><EndToEndId>RY01</EndToEndId></Refs><Amt Ccy="MAD">1200.00</Amt></TxDtls>
                  <TxDtls><Refs><EndToEndId> RY02 </EndToEndId></Refs><Amt Ccy="MAD">800.00</Amt></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="MAD">800.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls>
                  <TxDtls><Refs><EndToEndId>RY02</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="MAD">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>
                <Ntry><Amt Ccy="MAD">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>"""));

        Booking dated = new Booking(Samples.IBAN, LocalDate.of(2025, 7, 2));
        assertThat(file.kind()).isEqualTo(BankFile.Kind.CAMT_054);
        assertThat(file.lines())
                .containsExactly(
                        new BankLine("RY01", Says.DEBITED, new BigDecimal("1200.00"), "MAD", null, "T1", dated, null),
                        new BankLine("RY02", Says.DEBITED, new BigDecimal("800.00"), "MAD", null, "E1", dated, null),
                        new BankLine("RY02", Says.RETURNED, new BigDecimal("800.00"), "MAD", "AC04", null, ENTRY, null),
                        new BankLine(null, Says.NOTHING_YET, new BigDecimal("5.00"), "MAD", null, null, ENTRY, null),
                        new BankLine(
                                null, Says.UNKNOWN, new BigDecimal("7.00"), "MAD", null, null, ENTRY, Doubt.CREDIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "05", "07"})
    void anOlderVersionReadsAlike(String version) {
        BankFile file = read(Samples.notification("""
                <Ntry><Amt Ccy="MAD">800.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts><NtryDtls>
                <TxDtls><Refs><EndToEndId>RY02</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="MAD">800.00</Amt></TxAmt></AmtDtls></TxDtls>
                </NtryDtls></Ntry>""").replace("001.08", "001." + version));

        assertThat(file.lines())
                .containsExactly(
                        new BankLine("RY02", Says.RETURNED, new BigDecimal("800.00"), "MAD", null, null, ENTRY, null));
    }

    /** Only what is booked counts, and only what is plainly ours: the rest waits or goes to a person. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DBIT, -,     BOOK, -,    -,     DEBITED,     -",
                "DBIT, false, BOOK, ICDT, -,     DEBITED,     -",
                "DBIT, -,     PDNG, -,    -,     NOTHING_YET, -",
                "DBIT, -,     INFO, -,    -,     NOTHING_YET, -",
                "CRDT, true,  FUTR, -,    -,     NOTHING_YET, -",
                "DBIT, -,     DONE, -,    -,     UNKNOWN,     -",
                "DBIT, -,     BOOK, RCDT, -,     UNKNOWN,     DIRECTION",
                "DBIT, -,     BOOK, RDDT, -,     UNKNOWN,     DIRECTION",
                "DBIT, true,  BOOK, -,    -,     UNKNOWN,     DIRECTION",
                "DBIT, 1,     BOOK, -,    -,     UNKNOWN,     DIRECTION",
                "DBIT, -,     BOOK, -,    CRDT,  UNKNOWN,     DIRECTION",
                "CRDT, -,     BOOK, -,    DBIT,  UNKNOWN,     DIRECTION",
                "CRDT, -,     BOOK, -,    -,     UNKNOWN,     CREDIT",
                "CRDT, true,  BOOK, ICDT, CRDT,  RETURNED,    -",
                "CRDT, 1,     BOOK, RCDT, -,     RETURNED,    -",
                "CRDT, true,  BOOK, RDDT, -,     UNKNOWN,     DIRECTION",
            })
    void whatAnEntrySays(
            String direction,
            @Nullable String reversal,
            String status,
            @Nullable String family,
            @Nullable String ofTransaction,
            Says says,
            @Nullable Doubt doubt) {
        BankFile file = read(Samples.notification("""
                <Ntry><Amt Ccy="MAD">8.00</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts><Cd>%s</Cd></Sts>%s<NtryDtls><TxDtls><Refs><EndToEndId>RY02</EndToEndId></Refs>%s</TxDtls></NtryDtls></Ntry>""".formatted(
                direction,
                reversal == null ? "" : "<RvslInd>" + reversal + "</RvslInd>",
                status,
                family == null ? "" : "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + family + "</Cd></Fmly></Domn></BkTxCd>",
                ofTransaction == null ? "" : "<CdtDbtInd>" + ofTransaction + "</CdtDbtInd>")));

        BankLine line = file.lines().getFirst();
        assertThat(line.says()).isEqualTo(says);
        assertThat(line.doubt()).isEqualTo(doubt);
    }

    @Test
    void aReturnThatGoesOutIsDoubted() {
        assertThat(read(Samples.notification(
                                "<Ntry><Amt Ccy=\"MAD\">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>" + BOOKED
                                        + "<NtryDtls><TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>"))
                        .lines()
                        .getFirst()
                        .doubt())
                .isEqualTo(Doubt.DIRECTION);
    }

    @ParameterizedTest
    @CsvSource({
        "2000.00, 1200.00 800.00, ''",
        "2000.00, 1200.00 800.01, AMOUNTS",
        "2000.00, 1000.00, AMOUNTS",
        "1000.0, 1000, ''",
    })
    void theEntryIsTheSumOfItsTransactions(String entry, String transactions, String doubt) {
        StringBuilder details = new StringBuilder();
        for (String amount : transactions.split(" ", -1)) {
            details.append("<TxDtls><Amt Ccy=\"MAD\">").append(amount).append("</Amt></TxDtls>");
        }
        BankFile file = read(Samples.notification("<Ntry><Amt Ccy=\"MAD\">" + entry
                + "</Amt><CdtDbtInd>DBIT</CdtDbtInd>" + BOOKED + "<NtryDtls>" + details + "</NtryDtls></Ntry>"));

        assertThat(file.lines())
                .allSatisfy(line -> assertThat(
                                line.doubt() == null ? "" : line.doubt().name())
                        .isEqualTo(doubt));
    }

    /** The bank's own reference of the booking outranks what payments keep on their way, and a bare number of the day counts for its day alone. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "T1, E1, X1, 7, 2025-07-02, T1",
                "-,  E1, X1, 7, 2025-07-02, E1",
                "-,  -,  X1, 7, 2025-07-02, X1",
                "-,  -,  -,  7, 2025-07-02, 7/2025-07-02",
                "-,  -,  -,  7, -,          -",
                "-,  -,  -,  -, 2025-07-02, -",
            })
    void byWhatABookingIsKnownAgain(
            @Nullable String transaction,
            @Nullable String entry,
            @Nullable String between,
            @Nullable String number,
            @Nullable String day,
            @Nullable String known) {
        BankFile file = read(Samples.notification("<Ntry>" + element("NtryRef", number)
                + "<Amt Ccy=\"MAD\">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>" + BOOKED
                + (day == null ? "" : "<BookgDt>" + element("Dt", day) + "</BookgDt>") + element("AcctSvcrRef", entry)
                + "<NtryDtls><TxDtls><Refs>" + element("AcctSvcrRef", transaction) + element("TxId", between)
                + "</Refs></TxDtls></NtryDtls></Ntry>"));

        assertThat(file.lines().getFirst().reference()).isEqualTo(known);
    }

    @Test
    void thePaymentTwiceInOneEntryHasTwoReferences() {
        String twice = "<TxDtls><Refs><AcctSvcrRef>T1</AcctSvcrRef><EndToEndId>RY0A</EndToEndId></Refs></TxDtls>";
        BankFile file = read(Samples.notification("<Ntry><Amt Ccy=\"MAD\">16.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
                + BOOKED + "<NtryDtls>" + twice + twice.replace("RY0A", "ry0a") + "</NtryDtls></Ntry>"));

        assertThat(file.lines()).extracting(BankLine::reference).containsExactly("T1", "T1#2");
    }

    @ParameterizedTest
    @CsvSource({
        "<Dt>2025-07-02</Dt>, 2025-07-02",
        "<Dt>2025-07-02+01:00</Dt>, 2025-07-02",
        "<DtTm>2025-07-02T23:59:59</DtTm>, 2025-07-02",
        "<DtTm>2025-07-02T23:30:00Z</DtTm>, 2025-07-03",
        "<DtTm>2025-07-02T23:30:00.123+02:00</DtTm>, 2025-07-02",
    })
    void theDayOfABooking(String written, LocalDate day) {
        BankLine line = read(Samples.notification("<Ntry><Amt Ccy=\"MAD\">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
                        + BOOKED + "<BookgDt>" + written + "</BookgDt></Ntry>"))
                .lines()
                .getFirst();

        assertThat(line.booking()).isEqualTo(new Booking(Samples.IBAN, day));
    }

    @Test
    void anAccountInTheBanksOwnForm() {
        BankLine line = read(Samples.notification(
                                "<Ntry><Amt Ccy=\"MAD\">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>" + BOOKED + "</Ntry>")
                        .replace(
                                "<IBAN>" + Samples.IBAN + "</IBAN>",
                                "<Othr><Id>" + Samples.IBAN.substring(4) + "</Id></Othr>"))
                .lines()
                .getFirst();

        assertThat(line.booking()).isEqualTo(new Booking(Samples.IBAN.substring(4), null));
    }

    /** Others may put what they like where the schema lets them; none of it is taken for ours. */
    @Test
    void supplementaryDataSayNothing() {
        String others = """
                <SplmtryData><PlcAndNm>x</PlcAndNm><Envlp><o:Ntry xmlns:o="urn:others"><o:Amt>12</o:Amt>%s</o:Ntry><Amt Ccy="MAD">9.00</Amt><Sts>PDNG</Sts></Envlp></SplmtryData>""".formatted("long ".repeat(2_000));
        BankFile file = read(Samples.notification(
                "<Ntry><Amt Ccy=\"MAD\">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>" + BOOKED + others + "</Ntry>"));

        assertThat(file.lines())
                .containsExactly(
                        new BankLine(null, Says.DEBITED, new BigDecimal("8.00"), "MAD", null, null, ENTRY, null));
        assertThat(read(Samples.status("", "").replace("</CstmrPmtStsRpt>", others + "</CstmrPmtStsRpt>"))
                        .lines())
                .isEmpty();
    }

    @Test
    void anyPrefixWillDo() {
        String prefixed = Samples.notification("").replace("xmlns=", "xmlns:b=").replaceAll("<(/?)(?=[A-Z])", "<$1b:");

        assertThat(read(prefixed).messageId()).isEqualTo("NT-1");
    }

    private static String element(String name, @Nullable String text) {
        return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
    }

    private static BankFile read(String xml) {
        return BankFileReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
