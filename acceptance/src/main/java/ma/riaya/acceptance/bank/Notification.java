package ma.riaya.acceptance.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a camt.054.001.08: what was booked on the payer's account. */
final class Notification {

    /** The id that {@link Mischief#UNKNOWN_END_TO_END_ID} plants: of the right form, and never sent by anybody. */
    static final String UNKNOWN_END_TO_END_ID = "RY00000000000070008000000000000000";

    private static final String MESSAGE = "camt.054.001.08";
    private static final ZoneId BUSINESS_DAY = ZoneId.of("Africa/Casablanca");
    private static final int LENGTH_OF_REFERENCE = 24;

    private final Outcome outcome;
    private final String messageId;
    private final Set<Mischief> mischief;
    private final Xml xml = new Xml(MESSAGE);

    /** One transaction of an entry as it is reported, which mischief may have changed. */
    private record Reported(String instructionId, String endToEndId, BigDecimal amount, String name, String iban) {

        static Reported of(PaymentOrder.Line line) {
            return new Reported(
                    line.instructionId(), line.endToEndId(), line.amount(), line.creditorName(), line.creditorIban());
        }
    }

    Notification(Outcome outcome, String messageId, Set<Mischief> mischief) {
        this.outcome = outcome;
        this.messageId = messageId;
        this.mischief = mischief;
    }

    /** One debit entry for each payment group, with a transaction for each credited line. */
    byte[] bookings(List<Outcome.Decided> credited) {
        List<Runnable> entries = new ArrayList<>();
        for (PaymentOrder.Group group : outcome.order().groups()) {
            List<Reported> lines = new ArrayList<>(credited.stream()
                    .filter(decided -> decided.group().equals(group))
                    .map(decided -> Reported.of(decided.line()))
                    .toList());
            if (!lines.isEmpty()) {
                spoil(lines, entries.isEmpty() ? mischief : Set.of());
                entries.add(() -> debit(group, lines));
            }
        }
        return notification(outcome.at(), entries);
    }

    private static void spoil(List<Reported> lines, Set<Mischief> mischief) {
        Reported first = lines.getFirst();
        if (mischief.contains(Mischief.WRONG_AMOUNT)) {
            lines.set(
                    0,
                    new Reported(
                            first.instructionId(),
                            first.endToEndId(),
                            first.amount().add(BigDecimal.ONE),
                            first.name(),
                            first.iban()));
        }
        if (mischief.contains(Mischief.UNKNOWN_END_TO_END_ID)) {
            lines.add(new Reported("", UNKNOWN_END_TO_END_ID, first.amount(), first.name(), first.iban()));
        }
    }

    /** One credit entry for each line that came back, with its reason, booked on the day of the debits: no bank books on a day to come. */
    byte[] returns(List<Outcome.Decided> returned) {
        Instant at = outcome.at();
        return notification(
                at,
                returned.stream()
                        .<Runnable>map(decided -> () -> credit(decided, at))
                        .toList());
    }

    private byte[] notification(Instant at, List<Runnable> entries) {
        xml.in("BkToCstmrDbtCdtNtfctn", () -> {
            xml.in("GrpHdr", () -> xml.leaf("MsgId", messageId).leaf("CreDtTm", at.truncatedTo(ChronoUnit.SECONDS)));
            xml.in("Ntfctn", () -> {
                xml.leaf("Id", messageId)
                        .leaf("CreDtTm", at.truncatedTo(ChronoUnit.SECONDS))
                        .leaf(
                                "Acct/Id/IBAN",
                                outcome.order().groups().getFirst().debtorIban());
                entries.forEach(entry -> xml.in("Ntry", entry));
            });
        });
        return xml.bytes();
    }

    private void debit(PaymentOrder.Group group, List<Reported> lines) {
        BigDecimal total = lines.stream().map(Reported::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        booked(total, "DBIT", outcome.at(), "DMCT");
        xml.in("NtryDtls", () -> {
            xml.in(
                    "Btch",
                    () -> xml.leaf("MsgId", outcome.order().messageId())
                            .leaf("PmtInfId", group.id())
                            .leaf("NbOfTxs", lines.size())
                            .amount("TtlAmt", total)
                            .leaf("CdtDbtInd", "DBIT"));
            lines.forEach(line -> xml.in("TxDtls", () -> transaction(group, line, "DBIT")));
        });
    }

    private void credit(Outcome.Decided decided, Instant at) {
        Reported line = Reported.of(decided.line());
        booked(line.amount(), "CRDT", at, "RRTN");
        xml.in("NtryDtls/TxDtls", () -> {
            transaction(decided.group(), line, "CRDT");
            xml.leaf("RtrInf/Rsn/Cd", decided.comeback().orElseThrow());
        });
    }

    private void booked(BigDecimal amount, String side, Instant at, String subFamily) {
        LocalDate day = LocalDate.ofInstant(at, BUSINESS_DAY);
        xml.amount("Amt", amount)
                .leaf("CdtDbtInd", side)
                .leaf("Sts/Cd", "BOOK")
                .leaf("BookgDt/Dt", day)
                .leaf("ValDt/Dt", day)
                .in(
                        "BkTxCd/Domn",
                        () -> xml.leaf("Cd", "PMNT")
                                .in("Fmly", () -> xml.leaf("Cd", "ICDT").leaf("SubFmlyCd", subFamily)));
    }

    /** The bank's own reference of a booking: the same however often it is told, another for each side and each file. */
    private String reference(Reported line, String side) {
        return Bytes.sha256((outcome.sha256() + "/" + line.endToEndId() + "/" + side).getBytes(StandardCharsets.UTF_8))
                .substring(0, LENGTH_OF_REFERENCE)
                .toUpperCase(Locale.ROOT);
    }

    private void transaction(PaymentOrder.Group group, Reported line, String side) {
        xml.in("Refs", () -> {
            xml.leaf("MsgId", outcome.order().messageId());
            if (!mischief.contains(Mischief.WITHOUT_REFERENCE)) {
                xml.leaf("AcctSvcrRef", reference(line, side));
            }
            xml.leaf("PmtInfId", group.id());
            if (!line.instructionId().isEmpty()) {
                xml.leaf("InstrId", line.instructionId());
            }
            xml.leaf("EndToEndId", line.endToEndId());
        });
        xml.amount("Amt", line.amount()).leaf("CdtDbtInd", side);
        xml.in("RltdPties", () -> xml.leaf("Cdtr/Pty/Nm", line.name()).leaf("CdtrAcct/Id/IBAN", line.iban()));
    }
}
