package ma.riaya.welfare.payment;

import java.util.Optional;
import java.util.UUID;

/** Orders payments; what becomes of each is told by {@link DisbursementSettled}. */
public interface Disbursements {

    /** Creates the disbursement in the caller's transaction; the amount is committed in the budget by the caller. */
    Disbursement order(NewDisbursement ordered);

    Optional<Disbursement> find(UUID disbursement);
}
