package ma.riaya.welfare.payment;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the other features what became of payments, inside the transaction in which it did. */
@Singleton
class Settlements {

    private final Event<DisbursementSettled> each;
    private final Event<DisbursementsSettled> together;

    Settlements(Event<DisbursementSettled> each, Event<DisbursementsSettled> together) {
        this.each = each;
        this.together = together;
    }

    void tell(List<PaymentBook.Standing> payments, DisbursementSettled.Outcome outcome) {
        if (payments.isEmpty()) {
            return;
        }
        List<DisbursementSettled> settled = payments.stream()
                .map(one -> new DisbursementSettled(one.id(), one.sourceType(), one.source(), outcome))
                .toList();
        settled.forEach(each::fire);
        together.fire(new DisbursementsSettled(settled));
    }
}
