package ma.riaya.welfare.aidrequest;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import ma.riaya.welfare.payment.DisbursementSettled;
import ma.riaya.welfare.payment.SourceType;
import org.jboss.logging.Logger;

/** Follows a payment in its own transaction: the request becomes paid or returned with it. */
@Singleton
class SettleAid {

    private static final Logger LOG = Logger.getLogger(SettleAid.class);

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

    /** What the bank did is recorded even where the request it paid for is not found: somebody has to look at that. */
    private void move(DisbursementSettled settled, State to, String audited) {
        requests.lockDecided(settled.source())
                .ifPresentOrElse(
                        request -> moves.write(Move.settled(request, to, audited)),
                        () -> LOG.errorf(
                                "payment %s became %s, and no request has its decision %s",
                                settled.disbursement(), to, settled.source()));
    }
}
