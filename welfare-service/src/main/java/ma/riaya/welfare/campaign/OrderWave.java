package ma.riaya.welfare.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
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
import ma.riaya.welfare.registryevent.RegistryNotices;
import ma.riaya.welfare.registryevent.SamePerson;
import org.jspecify.annotations.Nullable;

/**
 * Orders an approved wave, in one transaction: puts its transfers into one batch, numbers its vouchers, and commits their sum.
 *
 * <p>Whom the registry told dead since the list was frozen gets nothing, nor does a line whose person another line pays under another id;
 * what was reserved for them is released.
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
    private final RegistryNotices notices;
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
            RegistryNotices notices,
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
        this.notices = notices;
        this.same = same;
        this.caller = caller;
        this.audit = audit;
    }

    /** What was ordered; there is no batch without a transfer. */
    record Ordered(Due due, PrepareBatch.@Nullable Prepared batch) {}

    /** Refused as campaign-wave-state, payer-is-approver, orderer-took-part or own-file. */
    @Transactional(Transactional.TxType.MANDATORY)
    Ordered order(UUID campaign, int number) {
        book.hold(campaign);
        Wave wave = book.holdWave(campaign, number);
        String payer = caller.get().subject();
        String approver = wave.checkOrder(payer);
        lines.refuseOwnFile(wave, caller.get());
        UUID envelope = book.get(campaign).envelope();
        same.hold();
        Due due = Due.of(
                lines.payables(wave.id(), LineVerdict.TRANSFER),
                lines.payables(wave.id(), LineVerdict.VOUCHER),
                notices::toldDeadAmong,
                lines.paidAlready(wave.id()));
        UUID batchId = due.transfers().isEmpty() ? null : PrepareBatch.newId();
        book.order(wave.id(), payer, batchId, due);
        PrepareBatch.Prepared batch = batchId == null ? null : transfer(due.transfers(), batchId, envelope, approver);
        progress.withheld(due.withheld());
        progress.issued(vouchers.issueAll(due.vouchers().stream()
                .map(line ->
                        new NewVoucher(SourceType.CAMPAIGN_LINE, line.id(), envelope, line.amount(), line.person()))
                .toList()));
        // Last, for everybody who pays from it waits for the envelope's row.
        book(wave, envelope, Kind.COMMIT, wave.total().minus(due.withheldTotal()));
        book(wave, envelope, Kind.RELEASE, due.withheldTotal());
        audit.append(AuditEntry.of("campaign-wave-ordered", DecideWave.CAUSE, wave.id())
                .with(Map.of(
                        "total", wave.total().toString(),
                        "withheld", due.withheldTotal().toString(),
                        "batch", batch == null ? "" : batch.number())));
        return new Ordered(due, batch);
    }

    private void book(Wave wave, UUID envelope, Kind kind, Money amount) {
        if (!amount.equals(Money.ZERO)) {
            envelopes.move(new Movement(kind, envelope, amount, DecideWave.CAUSE, wave.id()));
        }
    }

    private PrepareBatch.Prepared transfer(
            List<LineBook.Payable> payables, UUID batch, UUID envelope, String approver) {
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
