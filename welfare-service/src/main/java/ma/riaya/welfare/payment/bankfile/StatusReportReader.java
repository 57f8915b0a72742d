package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code pain.002}: the status of each payment named, and of whole batches. */
final class StatusReportReader implements MessageReader {

    private static final String GROUP = "OrgnlGrpInfAndSts/";
    private static final String INFORMATION = "OrgnlPmtInfAndSts/";
    private static final String TRANSACTION = INFORMATION + "TxInfAndSts";

    private final List<BankLine> lines = new ArrayList<>();
    private final List<BatchStatus> batches = new ArrayList<>();
    private String messageId = "";

    private @Nullable String original;
    private @Nullable String wholeStatus;
    private @Nullable String wholeReason;
    private @Nullable String currency;
    private Transaction transaction = new Transaction();

    @Override
    public void opened(String path, @Nullable String ccy) {
        if (path.equals(TRANSACTION)) {
            transaction = new Transaction();
        }
        currency = ccy;
    }

    @Override
    public void closed(String path, String text) {
        if (path.startsWith(TRANSACTION)) {
            inTransaction(path.substring(TRANSACTION.length()), text);
            return;
        }
        switch (path) {
            case "GrpHdr/MsgId" -> messageId = text;
            case GROUP + "OrgnlMsgId" -> original = Values.code(text);
            case GROUP + "GrpSts", INFORMATION + "PmtInfSts" -> wholeStatus = text;
            case GROUP + "StsRsnInf/Rsn/Cd",
                    GROUP + "StsRsnInf/Rsn/Prtry",
                    INFORMATION + "StsRsnInf/Rsn/Cd",
                    INFORMATION + "StsRsnInf/Rsn/Prtry" -> wholeReason = Values.code(text);
            case "OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts" -> wholeEnds();
            default -> {
                // What a status report says besides changes nothing here.
            }
        }
    }

    private void inTransaction(String path, String text) {
        switch (path) {
            case "/OrgnlEndToEndId" -> transaction.endToEndId = Values.code(text);
            case "/TxSts" -> transaction.status = text;
            case "/StsRsnInf/Rsn/Cd", "/StsRsnInf/Rsn/Prtry" -> transaction.reason = Values.code(text);
            case "/AcctSvcrRef" -> transaction.reference = Values.code(text);
            case "/OrgnlTxRef/Amt/InstdAmt" -> {
                transaction.amount = Values.amount(text);
                transaction.currency = currency;
            }
            case "" -> lines.add(transaction.line());
            default -> {
                // Names, accounts and the like stand in our own books.
            }
        }
    }

    /** A partial status says nothing of the payments that it does not name. */
    private void wholeEnds() {
        String batch = original;
        if (batch != null && wholeStatus != null) {
            Says says = meaning(wholeStatus);
            if (says == Says.ACCEPTED || says == Says.REFUSED) {
                batches.add(new BatchStatus(batch, says, wholeReason));
            }
        }
        wholeStatus = null;
        wholeReason = null;
    }

    @Override
    public BankFile result() {
        return new BankFile(BankFile.Kind.PAIN_002, messageId, lines, batches);
    }

    /** Codes of the external list of payment statuses. */
    private static Says meaning(String status) {
        return switch (status) {
            case "ACCP", "ACTC", "ACSP", "ACSC", "ACCC", "ACWC", "ACWP", "ACFC" -> Says.ACCEPTED;
            case "RJCT" -> Says.REFUSED;
            case "RCVD", "PDNG", "PART", "" -> Says.NOTHING_YET;
            default -> Says.UNKNOWN;
        };
    }

    private static final class Transaction {
        private @Nullable String endToEndId;
        private String status = "";
        private @Nullable String reason;
        private @Nullable String reference;
        private @Nullable BigDecimal amount;
        private @Nullable String currency;

        BankLine line() {
            return new BankLine(endToEndId, meaning(status), amount, currency, reason, reference);
        }
    }
}
