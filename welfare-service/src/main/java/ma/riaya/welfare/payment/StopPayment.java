package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;

/**
 * Takes one payment out before the bank is to have it, so that nobody else of its batch waits for it.
 *
 * <p>Its amount goes back to the envelope; the request that it paid is returned, and a line of a campaign is stopped with it.
 */
@Singleton
class StopPayment {

    private final BatchBook batches;
    private final PaymentBook payments;
    private final Settlements settlements;
    private final Envelopes envelopes;
    private final CurrentCaller caller;
    private final Audit audit;

    StopPayment(
            BatchBook batches,
            PaymentBook payments,
            Settlements settlements,
            Envelopes envelopes,
            CurrentCaller caller,
            Audit audit) {
        this.batches = batches;
        this.payments = payments;
        this.settlements = settlements;
        this.envelopes = envelopes;
        this.caller = caller;
        this.audit = audit;
    }

    /** Refused as disbursement-unknown, own-file or disbursement-not-to-stop. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stop(UUID id, StopReason reason) {
        // The batch first, as who releases it holds it first.
        payments.batchOf(id).ifPresent(batches::hold);
        PaymentBook.Standing payment =
                payments.hold(id).orElseThrow(() -> new RefusedException(new CannotPay.DisbursementUnknown(id)));
        if (caller.get()
                .person()
                .filter(person -> payments.pays(List.of(id), person))
                .isPresent()) {
            throw new RefusedException(new CannotPay.OwnFile());
        }
        if (!payment.state().next().contains(DisbursementState.STOPPED)) {
            throw new RefusedException(new CannotPay.NotToStop(payment.endToEndId(), payment.state()));
        }
        payments.stop(id, caller.get().subject(), reason);
        settlements.tell(List.of(payment), DisbursementSettled.Outcome.STOPPED);
        // Last, for everybody who pays from it waits for the envelope's row.
        envelopes.move(new Movement(Kind.UNCOMMIT, payment.envelope(), payment.amount(), "disbursement", id));
        audit.append(AuditEntry.of("disbursement-stopped", "disbursement", id)
                .with(Map.of("amount", payment.amount().toString(), "reason", reason.name())));
    }
}
