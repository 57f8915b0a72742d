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
import ma.riaya.welfare.payment.Disbursement;
import ma.riaya.welfare.payment.Disbursements;
import ma.riaya.welfare.payment.NewDisbursement;
import ma.riaya.welfare.payment.NewVoucher;
import ma.riaya.welfare.payment.PrepareBatch;
import ma.riaya.welfare.payment.SourceType;
import ma.riaya.welfare.payment.Vouchers;
import org.jspecify.annotations.Nullable;

/** Orders an approved wave: commits its total, puts its transfers into one batch and numbers its vouchers, all in one transaction. */
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
            CurrentCaller caller,
            Audit audit) {
        this.book = book;
        this.lines = lines;
        this.progress = progress;
        this.envelopes = envelopes;
        this.disbursements = disbursements;
        this.batches = batches;
        this.vouchers = vouchers;
        this.caller = caller;
        this.audit = audit;
    }

    /** What was ordered; there is no batch where every line gets a voucher. */
    record Ordered(Wave wave, PrepareBatch.@Nullable Prepared batch) {}

    /** Refused as campaign-wave-state, payer-is-approver, orderer-took-part or own-file. */
    @Transactional(Transactional.TxType.MANDATORY)
    Ordered order(UUID campaign, int number) {
        Wave wave = book.holdWave(campaign, number);
        String payer = caller.get().subject();
        String approver = wave.checkOrder(payer);
        lines.refuseOwnFile(wave, caller.get());
        UUID envelope = book.get(campaign).envelope();
        UUID batchId = wave.transfers() == 0 ? null : PrepareBatch.newId();
        book.order(wave.id(), payer, batchId);
        PrepareBatch.Prepared batch = batchId == null ? null : transfer(wave, batchId, envelope, approver);
        progress.issued(vouchers.issueAll(lines.payables(wave.id(), LineVerdict.VOUCHER).stream()
                .map(line ->
                        new NewVoucher(SourceType.CAMPAIGN_LINE, line.id(), envelope, line.amount(), line.person()))
                .toList()));
        // Last, for everybody who pays from it waits for the envelope's row.
        envelopes.move(new Movement(Kind.COMMIT, envelope, wave.total(), DecideWave.CAUSE, wave.id()));
        audit.append(AuditEntry.of("campaign-wave-ordered", DecideWave.CAUSE, wave.id())
                .with(Map.of("total", wave.total().toString(), "batch", batch == null ? "" : batch.number())));
        return new Ordered(wave, batch);
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
