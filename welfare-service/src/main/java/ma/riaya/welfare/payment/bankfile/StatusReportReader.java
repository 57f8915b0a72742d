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

    /** As many statuses as there are payments, and no other: it says nothing that the payments do not. */
    private static final String PARTIAL = "PART";

    private final List<BankLine> lines = new ArrayList<>();
    private final List<BatchStatus> batches = new ArrayList<>();
    private final Whole group = new Whole();
    private String messageId = "";

    private Whole information = new Whole();
    private @Nullable String currency;
    private Transaction transaction = new Transaction();

    @Override
    public void opened(String path, @Nullable String ccy) {
        switch (path) {
            case "OrgnlPmtInfAndSts" -> information = new Whole();
            case TRANSACTION -> transaction = new Transaction();
            default -> {
                // The others are read as they end.
            }
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
            case GROUP + "OrgnlMsgId" -> group.batch = Values.code(text);
            case GROUP + "GrpSts" -> group.status = text;
            case GROUP + "StsRsnInf/Rsn/Cd", GROUP + "StsRsnInf/Rsn/Prtry" -> group.reason = Values.code(text);
            case INFORMATION + "OrgnlPmtInfId" -> information.batch = Values.code(text);
            case INFORMATION + "PmtInfSts" -> information.status = text;
            case INFORMATION + "StsRsnInf/Rsn/Cd", INFORMATION + "StsRsnInf/Rsn/Prtry" ->
                information.reason = Values.code(text);
            case "OrgnlPmtInfAndSts" -> informationEnds();
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
            case "" -> lines.add(line());
            default -> {
                // Names, accounts and the like stand in our own books.
            }
        }
    }

    /** A payment that is named without a status has the nearest that is said of all. */
    private BankLine line() {
        Whole nearest = information.isSaid() ? information : group;
        boolean own = !transaction.status.isEmpty() || !nearest.isSaid();
        return new BankLine(
                transaction.endToEndId,
                meaning(own ? transaction.status : nearest.status),
                transaction.amount,
                transaction.currency,
                own || transaction.reason != null ? transaction.reason : nearest.reason,
                transaction.reference);
    }

    /** A file of ours has one payment information under the number of its batch, which is the message's own too. */
    private void informationEnds() {
        information.batch = group.batch == null ? information.batch : group.batch;
        addStatus(information);
    }

    /** What is said nearer to the payments comes first, and what the bank says is never left out for being unknown. */
    @Override
    public BankFile result() {
        addStatus(group);
        return new BankFile(BankFile.Kind.PAIN_002, messageId, lines, batches);
    }

    private void addStatus(Whole whole) {
        if (whole.isSaid()) {
            batches.add(new BatchStatus(whole.batch, meaning(whole.status), whole.reason));
        }
    }

    /** Codes of the external list of payment statuses. */
    private static Says meaning(String status) {
        return switch (status) {
            case "ACCP", "ACTC", "ACSP", "ACSC", "ACCC", "ACWC", "ACWP", "ACFC" -> Says.ACCEPTED;
            case "RJCT" -> Says.REFUSED;
            case "RCVD", "PDNG", PARTIAL, "" -> Says.NOTHING_YET;
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
    }

    /** A status of many payments at once. */
    private static final class Whole {
        private @Nullable String batch;
        private String status = "";
        private @Nullable String reason;

        boolean isSaid() {
            return !status.isEmpty() && !status.equals(PARTIAL);
        }
    }
}
