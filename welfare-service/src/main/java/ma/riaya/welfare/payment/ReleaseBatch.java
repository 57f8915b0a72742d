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
import ma.riaya.welfare.outbox.Outbox;

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
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ReleaseBatch(
            BatchBook batches,
            PaymentBook payments,
            PaymentFiles files,
            Outbox outbox,
            Settlements settlements,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.batches = batches;
        this.payments = payments;
        this.files = files;
        this.outbox = outbox;
        this.settlements = settlements;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was stopped is left out. Refused as payment-batch-already-released, releaser-is-preparer, payer-is-approver, own-file, payment-batch-emptied, payees-told-dead or account-unreadable. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(UUID id) {
        Batch batch = batches.hold(id).orElseThrow(() -> new RefusedException(new CannotPay.BatchUnknown(id)));
        String actor = caller.get().subject();
        check(batch, actor);
        Instant at = clock.instant();
        List<PaymentBook.Standing> standing = payments.ofBatch(id);
        refuseToTheDead(batch, standing);
        byte[] sha256 = files.make(batch, at);
        batches.release(id, actor, at, sha256);
        if (payments.send(id) != standing.size()) {
            throw new IllegalStateException("payments left batch " + id + " while it was held");
        }
        outbox.put(WritePaymentFile.KIND, id);
        settlements.tell(standing, DisbursementSettled.Outcome.SENT);
        audit.append(AuditEntry.of("payment-batch-released", "payment-batch", id)
                .with(Map.of(
                        "number", batch.number(), "total", batch.total().toString(), "sha256", BatchBook.hex(sha256))));
    }

    private void refuseToTheDead(Batch batch, List<PaymentBook.Standing> standing) {
        if (standing.isEmpty()) {
            throw new RefusedException(new CannotPay.BatchEmptied(batch.number()));
        }
        List<UUID> dead = payments.toTheDead(
                standing.stream().map(PaymentBook.Standing::id).toList());
        if (!dead.isEmpty()) {
            throw new RefusedException(new CannotPay.PayeesToldDead(dead));
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
