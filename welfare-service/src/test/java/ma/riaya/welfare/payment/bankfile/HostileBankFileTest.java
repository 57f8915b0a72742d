package ma.riaya.welfare.payment.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to lead the reader astray is refused by its own name, and says where. */
class HostileBankFileTest {

    private static final String NTRY = "BkToCstmrDbtCdtNtfctn/Ntfctn/Ntry";
    private static final String GOOD =
            "<Ntry><Amt Ccy=\"MAD\">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>";

    @Test
    void aDocumentTypeIsRefusedAndNothingOutsideIsRead() {
        String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n";
        String laughs =
                "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">]>\n";
        String parameter = "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>\n";
        String outside = "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">\n";
        String message = Samples.notification(GOOD.replace("8.00", "&x;"));

        for (String prefix : new String[] {entity, laughs, parameter, outside}) {
            refused(prefix + message).isInstanceOf(CannotReadBankFile.WithDtd.class);
        }
        refused(message).isEqualTo(new CannotReadBankFile.Malformed(3, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "'<Document><CstmrCdtTrfInitn/></Document>', Document",
        "'<html/>', html",
        "'<CstmrPmtStsRpt xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>', CstmrPmtStsRpt xmlns=urn:iso:std:iso:20022:tech:xsd:pain.002.001.10",
        "'<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>', Document xmlns=urn:iso:std:iso:20022:tech:xsd:camt.053.001.08",
        "'<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.99\"/>', Document xmlns=urn:iso:std:iso:20022:tech:xsd:camt.054.001.99",
        "'<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.01\"/>', Document xmlns=urn:iso:std:iso:20022:tech:xsd:camt.054.001.01",
        "'<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.002.08\"/>', Document xmlns=urn:iso:std:iso:20022:tech:xsd:camt.054.002.08",
        "'<Document xmlns=\"urn:evil:camt.054.001.08\"/>', Document xmlns=urn:evil:camt.054.001.08",
        "'<D xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>', D xmlns=urn:iso:std:iso:20022:tech:xsd:camt.054.001.08",
    })
    void whatIsNoneOfTheBanksMessages(String file, String found) {
        refused(file)
                .isInstanceOf(CannotReadBankFile.UnknownKind.class)
                .satisfies(refusal -> assertThat(refusal.parameters())
                        .containsEntry("found", found)
                        .containsEntry("expected", "pain.002.001.03–14, camt.054.001.02–13"));
    }

    @Test
    void aMessageInTheDocumentOfAnother() {
        refused(Samples.status("", "").replace("pain.002.001.10", "camt.054.001.08"))
                .isEqualTo(new CannotReadBankFile.UnknownKind(
                        "CstmrPmtStsRpt xmlns=urn:iso:std:iso:20022:tech:xsd:camt.054.001.08", 2, 82));
    }

    @Test
    void everyVersionThatIsReadAndNoOther() {
        for (int version = 0; version < 30; version++) {
            assertReads(
                    Samples.notification(GOOD).replace("054.001.08", "054.001.%02d".formatted(version)),
                    2,
                    13,
                    version);
            assertReads(
                    Samples.status("", "").replace("002.001.10", "002.001.%02d".formatted(version)), 3, 14, version);
        }
    }

    private static void assertReads(String file, int oldest, int newest, int version) {
        if (oldest <= version && version <= newest) {
            assertThat(read(file).messageId()).isNotEmpty();
        } else {
            refused(file).isInstanceOf(CannotReadBankFile.UnknownKind.class);
        }
    }

    @Test
    void elementsOfOthersWhereNoneMayStand() {
        String foreign = "<o:Amt xmlns:o=\"urn:others\" Ccy=\"MAD\">1.00</o:Amt>";
        String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>";

        unexpected(Samples.notification("<Ntry>" + foreign + "</Ntry>"), NTRY + "/Amt", 3);
        unexpected(Samples.notification(include), "BkToCstmrDbtCdtNtfctn/Ntfctn/include", 3);
        unexpected(Samples.notification(GOOD.replace("<Ntry>", "<Ntry xmlns=\"\">")), NTRY, 3);
        unexpected(
                Samples.notification(
                        GOOD.replace("</Ntry>", "<SplmtryData>" + foreign + "<Envlp/></SplmtryData></Ntry>")),
                NTRY + "/SplmtryData/Amt",
                3);
        unexpected(Samples.notification("").replace("</Document>", include + "</Document>"), "include", 3);
    }

    @Test
    void whatMayStandThereOnce() {
        String second = "<Refs><EndToEndId>RY1</EndToEndId><EndToEndId>RY2</EndToEndId></Refs>";

        unexpected(
                Samples.notification(GOOD.replace("<CdtDbtInd>", "<Amt Ccy=\"MAD\">9.00</Amt><CdtDbtInd>")),
                NTRY + "/Amt",
                3);
        unexpected(
                Samples.notification(
                        GOOD.replace("</Ntry>", "<NtryDtls><TxDtls>" + second + "</TxDtls></NtryDtls></Ntry>")),
                NTRY + "/NtryDtls/TxDtls/Refs/EndToEndId",
                3);
        unexpected(
                Samples.notification("").replace("</MsgId>", "</MsgId><MsgId>NT-2</MsgId>"),
                "BkToCstmrDbtCdtNtfctn/GrpHdr/MsgId",
                2);
        unexpected(
                Samples.status("", "").replace("</CstmrPmtStsRpt>", "</CstmrPmtStsRpt><CstmrPmtStsRpt/>"),
                "CstmrPmtStsRpt",
                5);
    }

    private static void unexpected(String file, String path, int line) {
        refused(file)
                .isInstanceOf(CannotReadBankFile.UnexpectedElement.class)
                .satisfies(refusal -> assertThat(refusal.parameters())
                        .containsEntry("path", path)
                        .containsEntry("line", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3000.000",
                "-1.00",
                "+1.00",
                "1e3",
                "1E3",
                " 1.00",
                "1.00 ",
                "1 000.00",
                "1,00",
                "1.",
                ".5",
                "",
                "NaN",
                "INF",
                "0x10",
                "١٠٠٠",
                "1234567890123456789",
                "12345678901234567.89",
                "1.0.0",
            })
    void amountsThatIsoDoesNotWrite(String amount) {
        refused(Samples.notification(GOOD.replace("8.00", amount)))
                .isEqualTo(new CannotReadBankFile.AmountMalformed(new Place(NTRY + "/Amt", 3, 22)));
        refused(Samples.status(
                        "",
                        "<OrgnlPmtInfAndSts><TxInfAndSts><OrgnlTxRef><Amt><InstdAmt Ccy=\"MAD\">" + amount
                                + "</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts>"))
                .isInstanceOf(CannotReadBankFile.AmountMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "1", "1.5", "0001.00", "1234567890123456.78"})
    void amountsThatIsoWrites(String amount) {
        assertThat(read(Samples.notification(GOOD.replace("8.00", amount)))
                        .lines()
                        .getFirst()
                        .amount())
                .isEqualByComparingTo(amount);
    }

    @Test
    void aCommentHidesNothingAndAnElementInAnAmountIsRefused() {
        assertThat(read(Samples.notification(GOOD.replace("8.00", "1<!-- 0 -->8<![CDATA[.00]]>")))
                        .lines()
                        .getFirst()
                        .amount())
                .isEqualByComparingTo("18.00");
        refused(Samples.notification(GOOD.replace("8.00", "1<Amt Ccy=\"MAD\"/>8.00")))
                .isEqualTo(new CannotReadBankFile.ValueMalformed(new Place(NTRY + "/Amt", 3, 22)));
        refused(Samples.notification(GOOD.replace("8.00", "<Amt Ccy=\"MAD\"/>8.00")))
                .isEqualTo(new CannotReadBankFile.ValueMalformed(new Place(NTRY + "/Amt", 3, 22)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Ccy=\"\"", " Ccy=\"mad\"", " Ccy=\"DIRHAM\"", " xmlns:o=\"urn:o\" o:Ccy=\"MAD\""})
    void amountsWithoutACurrency(String attribute) {
        refused(Samples.notification(GOOD.replace(" Ccy=\"MAD\"", attribute)))
                .isInstanceOf(CannotReadBankFile.CurrencyMalformed.class)
                .satisfies(refusal -> assertThat(refusal.parameters()).containsEntry("path", NTRY + "/Amt"));
    }

    @Test
    void anotherCurrencyHasItsOwnDecimals() {
        assertThat(read(Samples.notification(GOOD.replace("MAD\">8.00", "TND\">8.001")))
                        .lines()
                        .getFirst()
                        .currency())
                .isEqualTo("TND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Dt>2025-02-30</Dt>",
                "<Dt>02/07/2025</Dt>",
                "<Dt/>",
                "<DtTm>2025-07-02T25:00:00</DtTm>",
                "<DtTm>2025-07-02</DtTm>"
            })
    void daysThatAreNone(String written) {
        refused(Samples.notification(GOOD.replace("</Sts>", "</Sts><BookgDt>" + written + "</BookgDt>")))
                .isInstanceOf(CannotReadBankFile.DateMalformed.class);
        refused(Samples.status("", "").replace("2025-07-02T08:00:00Z", "yesterday"))
                .isEqualTo(new CannotReadBankFile.DateMalformed(new Place("CstmrPmtStsRpt/GrpHdr/CreDtTm", 3, 37)));
    }

    @ParameterizedTest
    @CsvSource({
        "<Amt Ccy=\"MAD\">8.00</Amt>, Ntfctn/Ntry/Amt, 7",
        "<CdtDbtInd>DBIT</CdtDbtInd>, Ntfctn/Ntry/CdtDbtInd, 7",
        "<Sts><Cd>BOOK</Cd></Sts>, Ntfctn/Ntry/Sts, 7",
        "<Cd>BOOK</Cd>, Ntfctn/Ntry/Sts/Cd, 7",
    })
    void whatAnEntryMustHave(String left, String path, int column) {
        refused(Samples.notification(GOOD.replace(left, "")))
                .isEqualTo(
                        new CannotReadBankFile.MissingElement(new Place("BkToCstmrDbtCdtNtfctn/" + path, 3, column)));
    }

    @ParameterizedTest
    @CsvSource({
        "<MsgId>NT-1</MsgId>, GrpHdr/MsgId",
        "NT-1, GrpHdr/MsgId",
        "<CreDtTm>2025-07-02T08:00:00</CreDtTm>, GrpHdr/CreDtTm",
        "<IBAN>MA64011519000001205000534921</IBAN>, Ntfctn/Acct/Id/IBAN",
    })
    void whatANotificationMustHave(String left, String path) {
        missing(Samples.notification(GOOD).replace(left, ""), "BkToCstmrDbtCdtNtfctn/" + path);
        missing(Samples.notification("").replace(left, ""), "BkToCstmrDbtCdtNtfctn/" + path);
    }

    @Test
    void whatAMessageMustHave() {
        missing(Samples.notification("").replaceAll("(?s)<Ntfctn>.*</Ntfctn>", ""), "BkToCstmrDbtCdtNtfctn/Ntfctn");
        missing(
                Samples.status("", "").replace("<OrgnlMsgId>PAY-2025-000001</OrgnlMsgId>", ""),
                "CstmrPmtStsRpt/OrgnlGrpInfAndSts/OrgnlMsgId");
        missing(Samples.status("", "").replace("<MsgId>ST-1</MsgId>", ""), "CstmrPmtStsRpt/GrpHdr/MsgId");
        missing("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>", "CstmrPmtStsRpt");
    }

    private static void missing(String file, String path) {
        refused(file)
                .isInstanceOf(CannotReadBankFile.MissingElement.class)
                .satisfies(refusal -> assertThat(refusal.parameters()).containsEntry("path", path));
    }

    @ParameterizedTest
    @CsvSource({
        "DBIT, DEBIT, CdtDbtInd",
        "DBIT, dbit, CdtDbtInd",
        "</CdtDbtInd>, </CdtDbtInd><RvslInd>yes</RvslInd>, RvslInd",
        "</Sts>, </Sts><AcctSvcrRef>123456789012345678901234567890123456</AcctSvcrRef>, AcctSvcrRef",
        "</Sts>, </Sts><AcctSvcrRef>a&#x202E;b</AcctSvcrRef>, AcctSvcrRef",
        "</Sts>, </Sts><AcctSvcrRef>a&#9;b</AcctSvcrRef>, AcctSvcrRef",
    })
    void wordsThatIsoDoesNotKnow(String good, String bad, String path) {
        refused(Samples.notification(GOOD.replace(good, bad)))
                .isInstanceOf(CannotReadBankFile.ValueMalformed.class)
                .satisfies(refusal -> assertThat(refusal.parameters()).containsEntry("path", NTRY + "/" + path));
    }

    @Test
    void textsThatGoOn() {
        refused(Samples.notification("<Ntry><AddtlNtryInf>" + "a".repeat(5_000) + "</AddtlNtryInf></Ntry>"))
                .isEqualTo(new CannotReadBankFile.ValueMalformed(new Place(NTRY + "/AddtlNtryInf", 3, 21)));
        refused(Samples.notification("<Ntry>" + " ".repeat(5_000_000) + "</Ntry>"))
                .isInstanceOf(CannotReadBankFile.ValueMalformed.class);
    }

    /** A parser keeps each of these whole, and compares every namespace of a tag with all before it. */
    @Test
    void thingsThatGoOn() {
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            namespaces.append(" xmlns:n").append(i).append("='u'");
        }
        String some = " xmlns:a='u' xmlns:b='u' xmlns:c='u' xmlns:d='u' xmlns:e='u' xmlns:f='u' xmlns:g='u'";
        String many = some + some.replace(":", ":x") + some.replace(":", ":y");
        String much = "a".repeat(1_000_000);
        for (String endless : new String[] {
            "<Ntry" + namespaces + "/>",
            "<Ntry" + many + "/>",
            "<Ntry a='" + much + "'/>",
            "<!--" + much + "-->",
            "<?a " + much + "?>",
            "<![CDATA[" + much + "]]>",
        }) {
            refused(Samples.notification(endless)).isInstanceOf(CannotReadBankFile.ValueMalformed.class);
        }
        assertThat(read(Samples.notification(GOOD.replace("<Ntry>", "<Ntry" + some + ">")))
                        .lines())
                .hasSize(1);
        refused(Samples.notification("").replace("<Document", "<Document" + namespaces))
                .isInstanceOf(CannotReadBankFile.ValueMalformed.class);
        refused("<!--" + much + "-->" + Samples.notification("")).isInstanceOf(CannotReadBankFile.ValueMalformed.class);
    }

    @Test
    void whatIsNoXml() {
        refused("").isEqualTo(new CannotReadBankFile.Malformed(1, 1));
        refused("not a file").isEqualTo(new CannotReadBankFile.Malformed(1, 1));
        refused("{\"lines\":[]}").isEqualTo(new CannotReadBankFile.Malformed(1, 1));
        refused(Samples.notification("<Ntry>\n\n</Ntr>")).isEqualTo(new CannotReadBankFile.Malformed(5, 3));
        refused(Samples.notification("<Ntry>&x;</Ntry>")).isInstanceOf(CannotReadBankFile.Malformed.class);
        refused(Samples.notification(GOOD) + "<more/>").isInstanceOf(CannotReadBankFile.Malformed.class);
        String whole = Samples.notification(GOOD);
        refused(whole.substring(0, whole.length() / 2)).isInstanceOf(CannotReadBankFile.Malformed.class);
    }

    @Test
    void elementsWithinElements() {
        refused(Samples.notification("<a>".repeat(10_000) + "</a>".repeat(10_000)))
                .isEqualTo(new CannotReadBankFile.TooDeep(40, 3, 115));
        refused(Samples.notification("<SplmtryData><Envlp>" + "<a>".repeat(10_000) + "</a>".repeat(10_000)
                        + "</Envlp></SplmtryData>"))
                .isInstanceOf(CannotReadBankFile.TooDeep.class);
    }

    /** Fifty million blanks are as many as the service lets in. */
    @Test
    void blanksWithoutEnd() {
        byte[] file = Samples.notification(GOOD).getBytes(StandardCharsets.UTF_8);
        byte[] followed = Arrays.copyOf(file, 50_000_000);
        Arrays.fill(followed, file.length, followed.length, (byte) ' ');

        refusedBytes(followed).isInstanceOf(CannotReadBankFile.ValueMalformed.class);
        assertThat(BankFileReader.read(Arrays.copyOf(followed, file.length + 10_000))
                        .lines())
                .hasSize(1);
    }

    @Test
    void morePaymentsThanAFileMayHave() {
        refused(Samples.notification(GOOD.repeat(MessageReader.MOST_LINES + 1)))
                .isEqualTo(new CannotReadBankFile.TooLarge(MessageReader.MOST_LINES));
        refused(Samples.notification(
                        GOOD.replace("</Ntry>", "<NtryDtls>" + "<TxDtls/>".repeat(100_001) + "</NtryDtls></Ntry>")))
                .isEqualTo(new CannotReadBankFile.TooLarge(MessageReader.MOST_LINES));
        refused(Samples.status("", "<OrgnlPmtInfAndSts>" + "<TxInfAndSts/>".repeat(100_001) + "</OrgnlPmtInfAndSts>"))
                .isEqualTo(new CannotReadBankFile.TooLarge(MessageReader.MOST_LINES));
        refused(Samples.status(
                        "", "<OrgnlPmtInfAndSts><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>".repeat(100_001)))
                .isEqualTo(new CannotReadBankFile.TooLarge(MessageReader.MOST_LINES));
    }

    @Test
    void theMarkOfUtf8IsNoFault() {
        assertThat(read("\uFEFF" + Samples.status("", "")).messageId()).isEqualTo("ST-1");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, UTF-16, UTF-16",
        "UTF-16BE, UTF-16, UTF-16",
        "UTF-16LE, UTF-16, UTF-16",
        "UTF-32, UTF-32, UTF-16",
        "UTF-8, UTF-16, UTF-16",
        "UTF-8, ISO-8859-1, ISO-8859-1",
        "ISO-8859-1, ISO-8859-1, ISO-8859-1",
        "UTF-8, IBM037, IBM037",
        "UTF-8, NOPE-1, NOPE-1",
    })
    void anotherEncodingThanUtf8(String written, String declared, String found) {
        byte[] file = Samples.status("", "").replace("UTF-8", declared).getBytes(Charset.forName(written));

        refusedBytes(file).isEqualTo(new CannotReadBankFile.OtherEncoding(found));
    }

    @Test
    void bytesThatAreNotWhatTheyAreSaidToBe() {
        String arabic = Samples.status("", "").replace("<GrpHdr>", "<!-- é -->\n<GrpHdr>");

        refusedBytes(arabic.getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(new CannotReadBankFile.BytesMalformed(3, 6));
        refusedBytes(Samples.status("", "").getBytes(Charset.forName("IBM037")))
                .isInstanceOf(CannotReadBankFile.BytesMalformed.class);
        assertThat(read(arabic).messageId()).isEqualTo("ST-1");
    }

    /** Whatever the file, it is read or refused by name: nothing else ever leaves the reader. */
    @Test
    void anyFileIsReadOrRefusedByName() {
        byte[] good = Samples.notification(GOOD).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20022);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                BankFileReader.read(bad);
            } catch (RefusedException named) {
                assertThat(named.refusal()).isInstanceOf(CannotReadBankFile.class);
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 5_000);
    }

    /** A refusal names elements and places, never what stands in them. */
    @Test
    void whatStandsInTheFileIsNotRepeated() {
        String secret = "MA64999999999999999999999999";
        for (String file : new String[] {
            Samples.notification(GOOD.replace("8.00", secret)),
            Samples.notification(GOOD.replace("DBIT", secret)),
            Samples.notification(GOOD).replace(Samples.IBAN, secret + secret),
            Samples.notification(GOOD).replace("2025-07-02T08:00:00", secret),
        }) {
            refused(file).satisfies(refusal -> {
                Map<String, Object> told = refusal.parameters();
                assertThat(told.toString()).doesNotContain("9999");
                assertThat(told).containsKeys("path", "line", "column");
            });
        }
    }

    private static BankFile read(String xml) {
        return BankFileReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectAssert<Refusal> refused(String xml) {
        return refusedBytes(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectAssert<Refusal> refusedBytes(byte[] file) {
        return assertThatThrownBy(() -> BankFileReader.read(file))
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class));
    }
}
