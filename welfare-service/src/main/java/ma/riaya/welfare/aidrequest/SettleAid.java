package ma.riaya.welfare.aidrequest;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import ma.riaya.welfare.payment.DisbursementSettled;
import ma.riaya.welfare.payment.SourceType;

/** Follows a payment in its own transaction: the request becomes paid or returned with it. */
@Singleton
class SettleAid {

    private final AidRequests requests;
    private final Moves moves;

    SettleAid(AidRequests requests, Moves moves) {
        this.requests = requests;
        this.moves = moves;
    }

    void follow(@Observes DisbursementSettled settled) {
        if (settled.sourceType() == SourceType.DECISION) {
            switch (settled.outcome()) {
                case SENT -> {
                    // The request stays ordered until the bank says what became of it.
                }
                case PAID -> move(settled, State.PAID, "aid-request-paid");
                case REFUSED -> move(settled, State.RETURNED, "aid-request-payment-refused");
                case RETURNED -> move(settled, State.RETURNED, "aid-request-payment-returned");
            }
        }
    }

    private void move(DisbursementSettled settled, State to, String audited) {
        AidRequest request = requests.lockDecided(settled.source())
                .orElseThrow(() -> new IllegalStateException("no request has the decision " + settled.source()));
        moves.write(Move.settled(request, to, audited));
    }
}
