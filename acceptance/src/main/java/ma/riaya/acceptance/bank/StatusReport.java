package ma.riaya.acceptance.bank;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes a pain.002.001.10: what the bank does with each line of a payment file. */
final class StatusReport {

    private static final String MESSAGE = "pain.002.001.10";

    private final Outcome outcome;
    private final String messageId;
    private final Xml xml = new Xml(MESSAGE);

    StatusReport(Outcome outcome, String messageId) {
        this.outcome = outcome;
        this.messageId = messageId;
    }

    byte[] write(List<Outcome.Decided> lines) {
        xml.in("CstmrPmtStsRpt", () -> {
            xml.in(
                    "GrpHdr",
                    () -> xml.leaf("MsgId", messageId)
                            .leaf("CreDtTm", outcome.at().truncatedTo(ChronoUnit.SECONDS)));
            xml.in("OrgnlGrpInfAndSts", this::group);
            if (outcome.refusedWhole().isEmpty()) {
                outcome.order().groups().forEach(group -> payments(group, lines));
            }
        });
        return xml.bytes();
    }

    private void group() {
        xml.leaf("OrgnlMsgId", outcome.order().messageId())
                .leaf("OrgnlMsgNmId", PaymentOrder.MESSAGE)
                .leaf("OrgnlNbOfTxs", outcome.lines().size())
                .leaf("OrgnlCtrlSum", Outcome.sum(outcome.lines()).toPlainString())
                .leaf("GrpSts", status());
        outcome.refusedWhole().ifPresent(this::reason);
    }

    private String status() {
        int credited = outcome.credited().size();
        return credited == outcome.lines().size() ? "ACCP" : credited == 0 ? "RJCT" : "PART";
    }

    private void payments(PaymentOrder.Group group, List<Outcome.Decided> lines) {
        xml.in("OrgnlPmtInfAndSts", () -> {
            xml.leaf("OrgnlPmtInfId", group.id());
            for (Outcome.Decided decided : lines) {
                if (decided.group().equals(group)) {
                    xml.in("TxInfAndSts", () -> transaction(decided));
                }
            }
        });
    }

    private void transaction(Outcome.Decided decided) {
        Optional<String> refusal = decided.refusal();
        if (!decided.line().instructionId().isEmpty()) {
            xml.leaf("OrgnlInstrId", decided.line().instructionId());
        }
        xml.leaf("OrgnlEndToEndId", decided.line().endToEndId()).leaf("TxSts", refusal.isPresent() ? "RJCT" : "ACCP");
        refusal.ifPresent(this::reason);
        xml.in("OrgnlTxRef/Amt", () -> xml.amount("InstdAmt", decided.line().amount()));
    }

    private void reason(String code) {
        xml.leaf("StsRsnInf/Rsn/Cd", code);
    }
}
