package ma.riaya.welfare.payment;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the other features what became of payments, inside the transaction in which it did: all at once, so that following them is one statement. */
@Singleton
class Settlements {

    private final Event<DisbursementsSettled> settled;

    Settlements(Event<DisbursementsSettled> settled) {
        this.settled = settled;
    }

    void tell(List<PaymentBook.Standing> payments, DisbursementSettled.Outcome outcome) {
        if (payments.isEmpty()) {
            return;
        }
        settled.fire(new DisbursementsSettled(payments.stream()
                .map(one -> new DisbursementSettled(one.id(), one.sourceType(), one.source(), outcome))
                .toList()));
    }
}
