package ma.riaya.acceptance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bank as its payer sees it: files in, files out, read here by Prowide's reader. */
class BankSimulatorTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-07-03T09:30:00Z"));
    private static final Rates HARSH = new Rates(80, 60);

    @TempDir
    private Path folder = Path.of("");

    private BankFolders folders = new BankFolders(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void lay() {
        folders = new BankFolders(folder.resolve("outbox"), folder.resolve("inbox"), folder.resolve("bank/ledger.txt"));
    }

    @Test
    void everyLineIsAnsweredBookedAndPartlyReturned() throws Exception {
        send("RY-2025-1.xml", PaymentFiles.transfers(1, 500));
        try (BankSimulator bank = bank(HARSH)) {
            assertThat(bank.collect()).containsExactly("RY-2025-1.xml");
            bank.deliverReturns();

            int refused = bank.refusals().size();
            int returned = bank.returns().size();
            assertThat(refused).isBetween(20, 60);
            assertThat(returned).isBetween(10, 50);
            assertThat(bank.credits()).hasSize(500 - refused);
            assertThat(bank.doubleCredits()).isEmpty();
            assertThat(names(bank))
                    .containsExactly(
                            "000001-pain.002-RY-2025-1.xml",
                            "000002-camt.054-RY-2025-1.xml",
                            "000003-camt.054-returns-RY-2025-1.xml");

            statusIs(bank.answers().get(0), refused);
            bookingIs(bank.answers().get(1), 500 - refused);
            returnsAre(bank.answers().get(2), returned);
        }
    }

    private static void statusIs(Path file, int refused) throws Exception {
        String xml = Files.readString(file);
        MxPain00200110 report = Objects.requireNonNull(MxPain00200110.parse(xml));
        assertThat(Leaves.of(report.document())).isEqualTo(Leaves.of(xml));
        var group = report.getCstmrPmtStsRpt().getOrgnlGrpInfAndSts();
        assertThat(group.getOrgnlMsgId()).isEqualTo("M-RY-2025-1.xml");
        assertThat(group.getGrpSts()).isEqualTo("PART");
        assertThat(group.getOrgnlNbOfTxs()).isEqualTo("500");
        assertThat(group.getOrgnlCtrlSum()).isEqualByComparingTo("500000.00");
        List<PaymentTransaction105> lines =
                report.getCstmrPmtStsRpt().getOrgnlPmtInfAndSts().getFirst().getTxInfAndSts();
        assertThat(lines).hasSize(500);
        assertThat(lines)
                .filteredOn(line -> line.getTxSts().equals("RJCT"))
                .hasSize(refused)
                .allMatch(
                        line -> line.getStsRsnInf().getFirst().getRsn().getCd().matches("[A-Z]{2}\\d\\d"));
    }

    private static void bookingIs(Path file, int credited) throws Exception {
        String xml = Files.readString(file);
        MxCamt05400108 notification = Objects.requireNonNull(MxCamt05400108.parse(xml));
        assertThat(Leaves.of(notification.document())).isEqualTo(Leaves.of(xml));
        List<ReportEntry10> entries =
                notification.getBkToCstmrDbtCdtNtfctn().getNtfctn().getFirst().getNtry();
        assertThat(entries).hasSize(1);
        ReportEntry10 entry = entries.getFirst();
        assertThat(entry.getAmt().getValue()).isEqualByComparingTo(BigDecimal.valueOf(credited * 1000L));
        assertThat(entry.getCdtDbtInd().name()).isEqualTo("DBIT");
        assertThat(entry.getSts().getCd()).isEqualTo("BOOK");
        List<EntryTransaction10> lines = entry.getNtryDtls().getFirst().getTxDtls();
        assertThat(lines).hasSize(credited);
        assertThat(lines)
                .allMatch(line -> line.getRefs().getEndToEndId().startsWith("RY")
                        && line.getAmt().getCcy().equals("MAD"));
    }

    private static void returnsAre(Path file, int returned) throws Exception {
        String xml = Files.readString(file);
        MxCamt05400108 notification = Objects.requireNonNull(MxCamt05400108.parse(xml));
        assertThat(Leaves.of(notification.document())).isEqualTo(Leaves.of(xml));
        List<ReportEntry10> entries =
                notification.getBkToCstmrDbtCdtNtfctn().getNtfctn().getFirst().getNtry();
        assertThat(entries).hasSize(returned);
        assertThat(entries)
                .allMatch(entry -> entry.getCdtDbtInd().name().equals("CRDT")
                        && entry.getNtryDtls()
                                        .getFirst()
                                        .getTxDtls()
                                        .getFirst()
                                        .getRtrInf()
                                        .getRsn()
                                        .getCd()
                                != null);
    }

    @Test
    void aFileIsReadOnceHoweverOftenItLiesThere() throws IOException {
        send("A.xml", PaymentFiles.transfers(1, 20));
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            bank.collect();
            assertThat(bank.collect()).isEmpty();
            assertThat(names(bank)).hasSize(2);
            assertThat(bank.anomalies()).isEmpty();
        }
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            assertThat(bank.collect()).isEmpty();
            assertThat(bank.credits()).hasSize(20);
        }
    }

    @Test
    void otherBytesUnderAKnownNameAreAnAnomalyAndCreditNothing() throws IOException {
        send("A.xml", PaymentFiles.transfers(1, 20));
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            bank.collect();
            send("A.xml", PaymentFiles.transfers(21, 20));
            bank.collect();
            bank.collect();
            assertThat(bank.credits()).hasSize(20).containsKey(PaymentFiles.endToEndId(1));
            assertThat(bank.anomalies()).singleElement().asString().contains("A.xml", "other bytes");
        }
    }

    @Test
    void aPaymentSentInTwoFilesIsCreditedTwiceAndSeen() throws IOException {
        send("A.xml", PaymentFiles.transfers(1, 20));
        send("B.xml", PaymentFiles.transfers(19, 20));
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            bank.collect();
            assertThat(bank.doubleCredits()).containsOnlyKeys(PaymentFiles.endToEndId(19), PaymentFiles.endToEndId(20));
            assertThat(bank.credits()).containsEntry(PaymentFiles.endToEndId(19), new BigDecimal("2000.00"));
        }
    }

    @Test
    void aFileWhoseSumIsNotThatOfItsLinesIsRefusedWhole() throws Exception {
        String right = PaymentFiles.xml("M-1", PaymentFiles.transfers(1, 3));
        PaymentFiles.send(folders.outbox(), "sum.xml", right.replace("3000.00", "3000.01"));
        PaymentFiles.send(folders.outbox(), "count.xml", right.replaceFirst("NbOfTxs>3<", "NbOfTxs>4<"));
        assertThat(right).contains("3000.00", "NbOfTxs>3<");
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            bank.collect();
            assertThat(bank.credits()).isEmpty();
            assertThat(names(bank)).containsExactly("000001-pain.002-count.xml", "000002-pain.002-sum.xml");
            assertThat(wholeRefusal(bank.answers().get(0))).isEqualTo("AM18");
            assertThat(wholeRefusal(bank.answers().get(1))).isEqualTo("AM10");
        }
    }

    private static String wholeRefusal(Path file) throws IOException {
        var group = Objects.requireNonNull(MxPain00200110.parse(Files.readString(file)))
                .getCstmrPmtStsRpt()
                .getOrgnlGrpInfAndSts();
        assertThat(group.getGrpSts()).isEqualTo("RJCT");
        return group.getStsRsnInf().getFirst().getRsn().getCd();
    }

    @Test
    void aLineThatCannotBePaidIsRefusedWithItsReason() throws IOException {
        String valid = PaymentFiles.iban(1);
        send(
                "A.xml",
                List.of(
                        new PaymentFiles.Transfer(PaymentFiles.endToEndId(1), "10.00", valid),
                        new PaymentFiles.Transfer(PaymentFiles.endToEndId(2), "10.00", "MA65" + valid.substring(4)),
                        new PaymentFiles.Transfer(PaymentFiles.endToEndId(3), "10.001", valid),
                        new PaymentFiles.Transfer(PaymentFiles.endToEndId(4), "-1.00", valid)));
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            bank.collect();
            assertThat(bank.credits()).containsOnlyKeys(PaymentFiles.endToEndId(1));
            assertThat(bank.refusals())
                    .containsEntry(PaymentFiles.endToEndId(2), "AC01")
                    .containsEntry(PaymentFiles.endToEndId(3), "AM12")
                    .containsEntry(PaymentFiles.endToEndId(4), "AM12");
        }
    }

    @Test
    void whatIsNotAPaymentOrderIsAnAnomaly() throws IOException {
        String right = PaymentFiles.xml("M-1", PaymentFiles.transfers(1, 3));
        PaymentFiles.send(
                folders.outbox(),
                "dtd.xml",
                right.replaceFirst(
                        "(<\\?xml[^>]*>)?\\s*<", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><"));
        PaymentFiles.send(folders.outbox(), "cut.xml", right.substring(0, right.length() / 2));
        PaymentFiles.send(folders.outbox(), "old.xml", right.replace("pain.001.001.09", "pain.001.001.03"));
        PaymentFiles.send(folders.outbox(), "note.txt", "not for the bank");
        try (BankSimulator bank = bank(Rates.FLAWLESS)) {
            assertThat(bank.collect()).containsExactly("cut.xml", "dtd.xml", "old.xml");
            assertThat(bank.credits()).isEmpty();
            assertThat(bank.answers()).isEmpty();
            assertThat(bank.anomalies()).hasSize(3);
            assertThat(bank.anomalies().get(0)).contains("not well-formed");
            assertThat(bank.anomalies().get(1)).contains("DTD");
            assertThat(bank.anomalies().get(2)).contains("outside");
        }
    }

    @Test
    void theSameAccountMeetsTheSameFateInEveryRun() throws IOException {
        send("A.xml", PaymentFiles.transfers(1, 300));
        try (BankSimulator bank = bank(HARSH)) {
            bank.collect();
            Set<String> refused = bank.refusals().keySet();
            BankFolders fresh =
                    new BankFolders(folders.outbox(), folder.resolve("inbox-2"), folder.resolve("bank-2/ledger.txt"));
            try (BankSimulator again = BankSimulator.open(fresh, 7, HARSH, Set.of(), CLOCK)) {
                again.collect();
                assertThat(again.refusals().keySet()).isEqualTo(refused);
            }
        }
    }

    private void send(String name, List<PaymentFiles.Transfer> transfers) throws IOException {
        PaymentFiles.send(folders.outbox(), name, PaymentFiles.xml("M-" + name, transfers));
    }

    private BankSimulator bank(Rates rates) throws IOException {
        return BankSimulator.open(folders, 7, rates, Set.of(), CLOCK);
    }

    private static List<String> names(BankSimulator bank) {
        return bank.answers().stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
