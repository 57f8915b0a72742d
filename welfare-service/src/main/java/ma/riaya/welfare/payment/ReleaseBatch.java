package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.outbox.Outbox;
import ma.riaya.welfare.registryevent.SamePerson;

/**
 * The second person's word: from its commit on the bank is to have the file, whatever happens to this machine.
 *
 * <p>The transaction keeps the file's bytes and an outbox row; writing them where the bank looks comes after it.
 */
@Singleton
class ReleaseBatch {

    private final BatchBook batches;
    private final PaymentBook payments;
    private final PaymentFiles files;
    private final Outbox outbox;
    private final Settlements settlements;
    private final SamePerson same;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ReleaseBatch(
            BatchBook batches,
            PaymentBook payments,
            PaymentFiles files,
            Outbox outbox,
            Settlements settlements,
            SamePerson same,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.batches = batches;
        this.payments = payments;
        this.files = files;
        this.outbox = outbox;
        this.settlements = settlements;
        this.same = same;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was stopped is left out. Refused as payment-batch-already-released, releaser-is-preparer, payer-is-approver, own-file, payment-batch-emptied, payees-told-dead, payees-paid-twice or account-unreadable. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(UUID id) {
        Batch batch = batches.hold(id).orElseThrow(() -> new RefusedException(new CannotPay.BatchUnknown(id)));
        String actor = caller.get().subject();
        check(batch, actor);
        Instant at = clock.instant();
        List<PaymentBook.Standing> standing = payments.ofBatch(id);
        refuseToTheDeadOrTwice(batch, standing);
        byte[] sha256 = files.make(batch, at);
        batches.release(id, actor, at, sha256);
        if (payments.send(id) != standing.size()) {
            throw new IllegalStateException("payments left batch " + id + " while it was held");
        }
        outbox.put(WritePaymentFile.KIND, id);
        settlements.tell(standing, DisbursementSettled.Outcome.SENT);
        audit.append(AuditEntry.of("payment-batch-released", "payment-batch", id)
                .with(Map.of(
                        "number",
                        batch.number(),
                        "total",
                        standing.stream()
                                .map(PaymentBook.Standing::amount)
                                .reduce(Money.ZERO, Money::plus)
                                .toString(),
                        "sha256",
                        BatchBook.hex(sha256))));
    }

    private void refuseToTheDeadOrTwice(Batch batch, List<PaymentBook.Standing> standing) {
        if (standing.isEmpty()) {
            throw new RefusedException(new CannotPay.BatchEmptied(batch.number()));
        }
        List<UUID> dead = payments.toTheDead(
                standing.stream().map(PaymentBook.Standing::id).toList());
        if (!dead.isEmpty()) {
            throw new RefusedException(new CannotPay.PayeesToldDead(dead));
        }
        same.hold();
        List<UUID> twice = payments.paidUnderAnotherId(batch.id());
        if (!twice.isEmpty()) {
            throw new RefusedException(new CannotPay.PayeesPaidTwice(twice));
        }
    }

    private void check(Batch batch, String actor) {
        if (batch.state() != BatchState.PREPARED) {
            throw new RefusedException(new CannotPay.AlreadyReleased(batch.number()));
        }
        if (actor.equals(batch.preparedBy())) {
            throw new RefusedException(new CannotPay.ReleaserIsPreparer(batch.number()));
        }
        if (payments.approversOfBatch(batch.id()).contains(actor)) {
            throw new RefusedException(new CannotOrder.PayerIsApprover());
        }
        if (caller.get()
                .person()
                .filter(person -> batches.pays(batch.id(), person))
                .isPresent()) {
            throw new RefusedException(new CannotPay.OwnFile());
        }
    }
}
