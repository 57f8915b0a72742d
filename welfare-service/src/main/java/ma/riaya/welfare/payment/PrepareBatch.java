package ma.riaya.welfare.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;

/** Puts ordered payments into one batch, which waits for another person's release. */
@Singleton
public class PrepareBatch {

    private final BatchBook batches;
    private final PaymentBook payments;
    private final CurrentCaller caller;
    private final Audit audit;

    PrepareBatch(BatchBook batches, PaymentBook payments, CurrentCaller caller, Audit audit) {
        this.batches = batches;
        this.payments = payments;
        this.caller = caller;
        this.audit = audit;
    }

    /** What was prepared. */
    public record Prepared(UUID id, String number) {}

    /** Under an identifier that a batch may be known by before it is there. */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** All of them or none, in the order given; refused as disbursements-not-ready, payer-is-approver, own-file or payees-told-dead. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Prepared prepare(UUID id, List<UUID> disbursements) {
        int asked = disbursements.size();
        String actor = caller.get().subject();
        if (new HashSet<>(disbursements).size() != asked) {
            throw new RefusedException(new CannotPay.DisbursementsNotReady(asked, 0));
        }
        if (payments.approversOf(disbursements).contains(actor)) {
            throw new RefusedException(new CannotOrder.PayerIsApprover());
        }
        if (caller.get()
                .person()
                .filter(person -> payments.pays(disbursements, person))
                .isPresent()) {
            throw new RefusedException(new CannotPay.OwnFile());
        }
        List<UUID> dead = payments.toTheDead(disbursements);
        if (!dead.isEmpty()) {
            throw new RefusedException(new CannotPay.PayeesToldDead(dead));
        }
        Money total = payments.sum(disbursements)
                .orElseThrow(() -> new RefusedException(new CannotPay.DisbursementsNotReady(asked, 0)));
        String number = batches.insert(new BatchBook.Preparation(id, asked, total, actor));
        int ready = payments.batch(id, disbursements);
        if (ready != asked) {
            throw new RefusedException(new CannotPay.DisbursementsNotReady(asked, ready));
        }
        audit.append(AuditEntry.of("payment-batch-prepared", "payment-batch", id)
                .with(Map.of("number", number, "lines", String.valueOf(asked), "total", total.toString())));
        return new Prepared(id, number);
    }
}
