package ma.riaya.welfare.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.payment.Disbursement;
import ma.riaya.welfare.payment.Disbursements;
import ma.riaya.welfare.payment.NewDisbursement;
import ma.riaya.welfare.payment.NewVoucher;
import ma.riaya.welfare.payment.PrepareBatch;
import ma.riaya.welfare.payment.SourceType;
import ma.riaya.welfare.payment.Vouchers;
import ma.riaya.welfare.registryevent.SamePerson;
import org.jspecify.annotations.Nullable;

/**
 * Orders an approved wave: commits its total, puts its transfers into one batch and numbers its vouchers, all in one transaction.
 *
 * <p>A line whose person is paid by another line under another id is withheld, and its amount released.
 */
@Singleton
class OrderWave {

    private static final int ONLY_TRANCHE = 1;

    private final CampaignBook book;
    private final LineBook lines;
    private final ProgressBook progress;
    private final Envelopes envelopes;
    private final Disbursements disbursements;
    private final PrepareBatch batches;
    private final Vouchers vouchers;
    private final SamePerson same;
    private final CurrentCaller caller;
    private final Audit audit;

    OrderWave(
            CampaignBook book,
            LineBook lines,
            ProgressBook progress,
            Envelopes envelopes,
            Disbursements disbursements,
            PrepareBatch batches,
            Vouchers vouchers,
            SamePerson same,
            CurrentCaller caller,
            Audit audit) {
        this.book = book;
        this.lines = lines;
        this.progress = progress;
        this.envelopes = envelopes;
        this.disbursements = disbursements;
        this.batches = batches;
        this.vouchers = vouchers;
        this.same = same;
        this.caller = caller;
        this.audit = audit;
    }

    /** What was ordered, and how many lines were withheld; there is no batch where every line gets a voucher. */
    record Ordered(Wave wave, PrepareBatch.@Nullable Prepared batch, int transfers, int vouchers, int withheld) {}

    /** Refused as campaign-wave-state, payer-is-approver, orderer-took-part or own-file. */
    @Transactional(Transactional.TxType.MANDATORY)
    Ordered order(UUID campaign, int number) {
        Wave wave = book.holdWave(campaign, number);
        String payer = caller.get().subject();
        String approver = wave.checkOrder(payer);
        lines.refuseOwnFile(wave, caller.get());
        Campaign of = book.get(campaign);
        UUID envelope = of.envelope();
        same.hold();
        List<LineBook.PaidAs> withheld = lines.paidAlready(wave.id());
        int transfers = wave.transfers() - count(withheld, LineVerdict.TRANSFER);
        int issued = wave.vouchers() - count(withheld, LineVerdict.VOUCHER);
        UUID batchId = transfers == 0 ? null : PrepareBatch.newId();
        book.order(wave.id(), payer, batchId);
        progress.withheld(withheld);
        PrepareBatch.Prepared batch = batchId == null ? null : transfer(wave, batchId, envelope, approver);
        progress.issued(vouchers.issueAll(lines.payables(wave.id(), LineVerdict.VOUCHER).stream()
                .map(line ->
                        new NewVoucher(SourceType.CAMPAIGN_LINE, line.id(), envelope, line.amount(), line.person()))
                .toList()));
        // Last, for everybody who pays from it waits for the envelope's row.
        book(wave, envelope, times(of.amount(), transfers + issued), times(of.amount(), withheld.size()));
        audit.append(AuditEntry.of("campaign-wave-ordered", DecideWave.CAUSE, wave.id())
                .with(Map.of(
                        "total",
                        wave.total().toString(),
                        "batch",
                        batch == null ? "" : batch.number(),
                        "withheld",
                        String.valueOf(withheld.size()))));
        return new Ordered(wave, batch, transfers, issued, withheld.size());
    }

    private void book(Wave wave, UUID envelope, Money paid, Money withheld) {
        if (withheld.amount().signum() > 0) {
            envelopes.move(new Movement(Kind.RELEASE, envelope, withheld, DecideWave.CAUSE, wave.id()));
        }
        if (paid.amount().signum() > 0) {
            envelopes.move(new Movement(Kind.COMMIT, envelope, paid, DecideWave.CAUSE, wave.id()));
        }
    }

    private static Money times(Money each, int lines) {
        return new Money(each.amount().multiply(BigDecimal.valueOf(lines)));
    }

    private static int count(List<LineBook.PaidAs> lines, LineVerdict verdict) {
        return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    private PrepareBatch.Prepared transfer(Wave wave, UUID batch, UUID envelope, String approver) {
        List<LineBook.Payable> payables = lines.payables(wave.id(), LineVerdict.TRANSFER);
        List<NewDisbursement> orders = new ArrayList<>(payables.size());
        for (LineBook.Payable line : payables) {
            byte[] account = Objects.requireNonNull(line.account(), "the account of a transfer");
            orders.add(new NewDisbursement(
                    SourceType.CAMPAIGN_LINE,
                    line.id(),
                    ONLY_TRANCHE,
                    envelope,
                    line.amount(),
                    line.person(),
                    line.nameLatin(),
                    lines.accountOf(line.id(), account),
                    approver));
        }
        List<Disbursement> ordered = disbursements.orderAll(orders);
        progress.ordered(payables.stream().map(LineBook.Payable::id).toList(), ordered);
        return batches.prepare(batch, ordered.stream().map(Disbursement::id).toList());
    }
}
