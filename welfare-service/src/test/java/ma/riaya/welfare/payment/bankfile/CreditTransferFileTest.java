package ma.riaya.welfare.payment.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The file that goes to the bank, read by a reader that is not ours. */
class CreditTransferFileTest {

    private static final Debtor DEBTOR = new Debtor("Fondation", "MA64011519000001205000534921", "BCMAMAMC");
    private static final Instant RELEASED = Instant.parse("2025-07-01T23:30:15.123456Z");

    @Test
    void anIndependentReaderFindsTheSameCountAndSum() {
        List<Transfer> transfers = IntStream.range(0, 4_798)
                .mapToObj(i -> transfer(i, new BigDecimal("1000.00").add(BigDecimal.valueOf(i, 2))))
                .toList();
        BigDecimal sum = transfers.stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);

        MxPain00100109 read = parse(order(transfers));

        var header = read.getCstmrCdtTrfInitn().getGrpHdr();
        assertThat(header.getMsgId()).isEqualTo("PAY-2025-000001");
        assertThat(header.getNbOfTxs()).isEqualTo("4798");
        assertThat(header.getCtrlSum()).isEqualByComparingTo(sum);
        PaymentInstruction30 information =
                read.getCstmrCdtTrfInitn().getPmtInf().getFirst();
        assertThat(information.getNbOfTxs()).isEqualTo("4798");
        assertThat(information.getCdtTrfTxInf()).hasSize(4_798);
        assertThat(information.getCdtTrfTxInf().stream()
                        .map(one -> one.getAmt().getInstdAmt().getValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
    }

    @Test
    void everyTransferSaysWhomAndHowMuch() {
        MxPain00100109 read = parse(order(List.of(transfer(7, new BigDecimal("12000.00")))));

        PaymentInstruction30 information =
                read.getCstmrCdtTrfInitn().getPmtInf().getFirst();
        assertThat(information.getDbtrAcct().getId().getIBAN()).isEqualTo(DEBTOR.iban());
        assertThat(information.getDbtrAgt().getFinInstnId().getBICFI()).isEqualTo(DEBTOR.bic());
        assertThat(information.getReqdExctnDt().getDt()).hasToString("2025-07-02");
        CreditTransferTransaction34 one = information.getCdtTrfTxInf().getFirst();
        assertThat(one.getPmtId().getEndToEndId()).isEqualTo("RY00000000000000000000000000000007");
        assertThat(one.getAmt().getInstdAmt().getCcy()).isEqualTo("MAD");
        assertThat(one.getAmt().getInstdAmt().getValue()).isEqualByComparingTo("12000.00");
        assertThat(one.getCdtr().getNm()).isEqualTo("Fatima Ait Benhaddou");
        assertThat(one.getCdtrAcct().getId().getIBAN()).isEqualTo("MA64001810007800020110620318");
    }

    @Test
    void theSameOrderGivesTheSameBytes() {
        TransferOrder order = order(List.of(transfer(1, new BigDecimal("1.10")), transfer(2, BigDecimal.TEN)));

        assertThat(CreditTransferFile.write(order)).isEqualTo(CreditTransferFile.write(order));
        assertThat(new String(CreditTransferFile.write(order), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document")
                .contains("<CreDtTm>2025-07-01T23:30:15Z</CreDtTm>", "<CtrlSum>11.10</CtrlSum>");
    }

    @Test
    void aThirdDecimalIsNeverRoundedAway() {
        TransferOrder order = order(List.of(transfer(1, new BigDecimal("1.005"))));

        assertThatThrownBy(() -> CreditTransferFile.write(order)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void namesAreWrittenAsEveryBankTakesThem() {
        assertThat(LatinText.of("Zoubida Aït-Benhaddou", 70)).isEqualTo("Zoubida Ait-Benhaddou");
        assertThat(LatinText.of("O'Brien & Søn <x>", 70)).isEqualTo("O'Brien Son x");
        assertThat(LatinText.of("فاطمة", 70)).matches("[A-Za-z' ]+");
        assertThat(LatinText.of("a".repeat(69) + " bcd", 70)).hasSize(69);
        assertThat(LatinText.of("<script>\u202E=1\n\u0000\uD800", 70)).isEqualTo("script 1");
        assertThat(LatinText.of("★", 70)).isEqualTo("BENEFICIAIRE");
    }

    private static MxPain00100109 parse(TransferOrder order) {
        return MxPain00100109.parse(new String(CreditTransferFile.write(order), StandardCharsets.UTF_8));
    }

    private static TransferOrder order(List<Transfer> transfers) {
        return new TransferOrder("PAY-2025-000001", RELEASED, DEBTOR, transfers);
    }

    private static Transfer transfer(int number, BigDecimal amount) {
        return new Transfer(
                "RY%032x".formatted(number), amount, "Fatima Aït Benhaddou", "MA64001810007800020110620318");
    }
}
