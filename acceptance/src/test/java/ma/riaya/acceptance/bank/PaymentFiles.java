package ma.riaya.acceptance.bank;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes pain.001 files with a library of other people's making. */
final class PaymentFiles {

    static final String PAYER = Rib.of("310", "810", "0000000000000001").iban();

    record Transfer(String endToEndId, String amount, String iban) {}

    private PaymentFiles() {}

    static String endToEndId(int number) {
        return "RY0197" + "%028x".formatted(number);
    }

    static String iban(int number) {
        return Rib.of("350", "230", "%016d".formatted(number)).iban();
    }

    static List<Transfer> transfers(int first, int count) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            transfers.add(new Transfer(endToEndId(i), "1000.00", iban(i)));
        }
        return transfers;
    }

    static String xml(String messageId, List<Transfer> transfers) {
        BigDecimal sum =
                transfers.stream().map(line -> new BigDecimal(line.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        PaymentInstruction30 group = new PaymentInstruction30()
                .setPmtInfId(messageId + "-1")
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(String.valueOf(transfers.size()))
                .setCtrlSum(sum)
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(LocalDate.of(2025, 7, 3)))
                .setDbtr(new PartyIdentification135().setNm("Fondation"))
                .setDbtrAcct(account(PAYER))
                .setDbtrAgt(new BranchAndFinancialInstitutionIdentification6()
                        .setFinInstnId(new FinancialInstitutionIdentification18().setBICFI("TGRAMAMR")));
        transfers.forEach(line -> group.addCdtTrfTxInf(transaction(line)));
        MxPain00100109 message = new MxPain00100109();
        message.setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                .setGrpHdr(new GroupHeader85()
                        .setMsgId(messageId)
                        .setCreDtTm(OffsetDateTime.parse("2025-07-02T10:00:00Z"))
                        .setNbOfTxs(String.valueOf(transfers.size()))
                        .setCtrlSum(sum)
                        .setInitgPty(new PartyIdentification135().setNm("Fondation")))
                .addPmtInf(group));
        return message.document();
    }

    private static CreditTransferTransaction34 transaction(Transfer line) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6()
                        .setInstrId(line.endToEndId().substring(2, 22))
                        .setEndToEndId(line.endToEndId()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy("MAD")
                                .setValue(new BigDecimal(line.amount()))))
                .setCdtr(new PartyIdentification135().setNm("FATIMA & FILLE <فاطمة>"))
                .setCdtrAcct(account(line.iban()));
    }

    private static CashAccount38 account(String iban) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(iban));
    }

    static void send(Path outbox, String name, String xml) throws IOException {
        Files.createDirectories(outbox);
        Files.writeString(outbox.resolve(name), xml);
    }
}
