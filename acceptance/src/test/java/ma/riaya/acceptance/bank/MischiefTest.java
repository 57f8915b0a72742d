package ma.riaya.acceptance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MischiefTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersComeTwiceWithTheSameBytes() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.ANSWER_TWICE)) {
            List<Path> answers = collected(bank);
            assertThat(answers).hasSize(4).doesNotHaveDuplicates();
            assertThat(Files.mismatch(answers.get(0), answers.get(1))).isEqualTo(-1);
            assertThat(Files.mismatch(answers.get(2), answers.get(3))).isEqualTo(-1);
        }
    }

    @Test
    void answersComeAgainUnderANewId() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.ANSWER_AGAIN_UNDER_A_NEW_ID)) {
            List<Path> answers = collected(bank);
            assertThat(answers).hasSize(4);
            assertThat(header(answers.get(2))).isNotEqualTo(header(answers.get(3)));
            assertThat(lines(answers.get(3))).hasSameSizeAs(lines(answers.get(2)));
        }
    }

    @Test
    void answersWaitUntilTheyAreCalledForEvenAcrossARestart() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.ANSWER_LATE)) {
            assertThat(collected(bank)).isEmpty();
            assertThat(bank.credits()).hasSize(10);
        }
        try (BankSimulator bank = misbehaving(Mischief.ANSWER_LATE)) {
            bank.collect();
            assertThat(bank.answers()).isEmpty();
            bank.deliver();
            assertThat(bank.answers()).hasSize(2).allMatch(Files::exists);
        }
    }

    @Test
    void theBookingComesBeforeTheStatusInReverse() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.ANSWER_OUT_OF_ORDER)) {
            List<Path> answers = collected(bank);
            assertThat(answers)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("000001-camt.054-A.xml", "000002-pain.002-A.xml");
            assertThat(lines(answers.getFirst()).getFirst().getRefs().getEndToEndId())
                    .isEqualTo(PaymentFiles.endToEndId(10));
        }
    }

    @Test
    void aBookingNamesAnIdThatNobodySent() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.UNKNOWN_END_TO_END_ID)) {
            assertThat(lines(collected(bank).get(1)))
                    .hasSize(11)
                    .extracting(line -> line.getRefs().getEndToEndId())
                    .contains(Notification.UNKNOWN_END_TO_END_ID);
        }
    }

    @Test
    void aBookingHasAnotherAmount() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.WRONG_AMOUNT)) {
            assertThat(lines(collected(bank).get(1)).getFirst().getAmt().getValue())
                    .isEqualByComparingTo("1001.00");
            assertThat(bank.credits().get(PaymentFiles.endToEndId(1))).isEqualByComparingTo("1000.00");
        }
    }

    @Test
    void aBookingToldAgainHasTheSameReferenceAndAnotherLineAnother() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.ANSWER_AGAIN_UNDER_A_NEW_ID)) {
            List<Path> answers = collected(bank);
            assertThat(references(answers.get(2)))
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .allMatch(reference -> reference.matches("[0-9A-F]{24}"))
                    .isEqualTo(references(answers.get(3)));
        }
    }

    @Test
    void bookingsBearNoReferenceOfTheBank() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.WITHOUT_REFERENCE)) {
            assertThat(lines(collected(bank).get(1)))
                    .hasSize(10)
                    .allMatch(line -> line.getRefs().getAcctSvcrRef() == null);
        }
    }

    @Test
    void anotherBookingComesUnderTheSameId() throws IOException {
        try (BankSimulator bank = misbehaving(Mischief.ANOTHER_BOOKING_UNDER_THE_SAME_ID)) {
            List<Path> answers = collected(bank);
            assertThat(answers).hasSize(3);
            assertThat(header(answers.get(1))).isEqualTo(header(answers.get(2)));
            assertThat(Files.mismatch(answers.get(1), answers.get(2))).isNotEqualTo(-1);
        }
    }

    private BankSimulator misbehaving(Mischief mischief) throws IOException {
        Path outbox = folder.resolve("outbox");
        PaymentFiles.send(outbox, "A.xml", PaymentFiles.xml("M-1", PaymentFiles.transfers(1, 10)));
        return BankSimulator.open(
                new BankFolders(outbox, folder.resolve("inbox"), folder.resolve("ledger.txt")),
                7,
                Rates.FLAWLESS,
                Set.of(mischief),
                InstantSource.fixed(Instant.parse("2025-07-03T09:30:00Z")));
    }

    private static List<Path> collected(BankSimulator bank) throws IOException {
        bank.collect();
        return bank.answers();
    }

    private static String header(Path file) throws IOException {
        return camt(file).getBkToCstmrDbtCdtNtfctn().getGrpHdr().getMsgId();
    }

    private static List<EntryTransaction10> lines(Path file) throws IOException {
        return camt(file)
                .getBkToCstmrDbtCdtNtfctn()
                .getNtfctn()
                .getFirst()
                .getNtry()
                .getFirst()
                .getNtryDtls()
                .getFirst()
                .getTxDtls();
    }

    private static List<String> references(Path file) throws IOException {
        return lines(file).stream().map(line -> line.getRefs().getAcctSvcrRef()).toList();
    }

    private static MxCamt05400108 camt(Path file) throws IOException {
        return Objects.requireNonNull(MxCamt05400108.parse(Files.readString(file)));
    }
}
