package ma.riaya.welfare.payment.bankfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** {@code pain.002}: the status of each payment named, and of whole batches. */
final class StatusReportReader implements MessageReader {

    private static final String INFORMATION = "OrgnlPmtInfAndSts";
    private static final String TRANSACTION = INFORMATION + "/TxInfAndSts";
    private static final String MESSAGE_ID = "GrpHdr/MsgId";
    private static final String CREATED = "GrpHdr/CreDtTm";
    private static final String GROUP = "OrgnlGrpInfAndSts";
    private static final String BATCH = GROUP + "/OrgnlMsgId";
    private static final String AMOUNT = "OrgnlTxRef/Amt/InstdAmt";
    private static final String REASON = "StsRsnInf/Rsn/Cd";
    private static final String OWN_REASON = "StsRsnInf/Rsn/Prtry";

    /** As many statuses as there are payments, and no other: it says nothing that the payments do not. */
    private static final String PARTIAL = "PART";

    private final List<BankLine> lines = new ArrayList<>();
    private final List<BatchStatus> batches = new ArrayList<>();
    private final Parts group = new Parts(
            Set.of(MESSAGE_ID, CREATED, GROUP, BATCH, GROUP + "/GrpSts"),
            Set.of(GROUP + "/" + REASON, GROUP + "/" + OWN_REASON));
    private Parts information = partsOfInformation();
    private Parts transaction = partsOfTransaction();
    private String messageId = "";

    private static Parts partsOfInformation() {
        return new Parts(Set.of("OrgnlPmtInfId", "PmtInfSts"), Set.of(REASON, OWN_REASON));
    }

    private static Parts partsOfTransaction() {
        return new Parts(Set.of("OrgnlEndToEndId", "TxSts", "AcctSvcrRef", AMOUNT), Set.of(REASON, OWN_REASON));
    }

    @Override
    public void opened(String path) {
        switch (path) {
            case INFORMATION -> information = partsOfInformation();
            case TRANSACTION -> transaction = partsOfTransaction();
            default -> {
                // The others are read as they end.
            }
        }
    }

    @Override
    public void closed(Element element) {
        String path = element.path();
        switch (path) {
            case "" -> ends(element);
            case INFORMATION -> informationEnds();
            case TRANSACTION -> {
                requireRoom();
                lines.add(line());
            }
            default -> part(path, element);
        }
    }

    private void part(String path, Element element) {
        if (path.startsWith(TRANSACTION + "/")) {
            transaction.take(path.substring(TRANSACTION.length() + 1), element);
        } else if (path.startsWith(INFORMATION + "/")) {
            information.take(path.substring(INFORMATION.length() + 1), element);
        } else {
            group.take(path, element);
        }
    }

    /** A payment that is named without a status has the nearest that is said of all. */
    private BankLine line() {
        Whole ofInformation = whole(information);
        Whole nearest = ofInformation.isSaid() ? ofInformation : group();
        String status = transaction.code("TxSts");
        String reason = transaction.code(REASON, OWN_REASON);
        boolean own = status != null || !nearest.isSaid();
        Element amount = transaction.get(AMOUNT);
        return new BankLine(
                transaction.code("OrgnlEndToEndId"),
                meaning(own ? status : nearest.status()),
                amount == null ? null : amount.amount(),
                amount == null ? null : amount.currency(),
                own || reason != null ? reason : nearest.reason(),
                transaction.code("AcctSvcrRef"));
    }

    /** A file of ours has one payment information under the number of its batch, which is the message's own too. */
    private void informationEnds() {
        requireRoom();
        String batch = group.code(BATCH);
        addStatus(batch == null ? information.code("OrgnlPmtInfId") : batch, whole(information));
    }

    private void requireRoom() {
        if (lines.size() + batches.size() >= MOST_LINES) {
            throw new RefusedException(new CannotReadBankFile.TooLarge(MOST_LINES));
        }
    }

    private void ends(Element whole) {
        messageId = group.requiredCode(MESSAGE_ID, whole);
        group.required(CREATED, whole).dayOfTime();
        addStatus(group.requiredCode(BATCH, whole), group());
    }

    /** What is said nearer to the payments comes first, and what the bank says is never left out for being unknown. */
    @Override
    public BankFile result() {
        return new BankFile(BankFile.Kind.PAIN_002, messageId, lines, batches);
    }

    private void addStatus(@Nullable String batch, Whole whole) {
        if (whole.isSaid()) {
            batches.add(new BatchStatus(batch, meaning(whole.status()), whole.reason()));
        }
    }

    private Whole group() {
        return new Whole(group.code(GROUP + "/GrpSts"), group.code(GROUP + "/" + REASON, GROUP + "/" + OWN_REASON));
    }

    private static Whole whole(Parts parts) {
        return new Whole(parts.code("PmtInfSts"), parts.code(REASON, OWN_REASON));
    }

    /** Codes of the external list of payment statuses. */
    private static Says meaning(@Nullable String status) {
        return switch (status) {
            case "ACCP", "ACTC", "ACSP", "ACSC", "ACCC", "ACWC", "ACWP", "ACFC" -> Says.ACCEPTED;
            case "RJCT" -> Says.REFUSED;
            case null -> Says.NOTHING_YET;
            case "RCVD", "PDNG", PARTIAL -> Says.NOTHING_YET;
            default -> Says.UNKNOWN;
        };
    }

    /** A status of many payments at once. */
    private record Whole(@Nullable String status, @Nullable String reason) {

        boolean isSaid() {
            return status != null && !status.equals(PARTIAL);
        }
    }
}
