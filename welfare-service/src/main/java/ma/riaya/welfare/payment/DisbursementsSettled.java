package ma.riaya.welfare.payment;

import java.util.List;

/** Told to observers inside the transaction in which disbursements changed, all that changed alike at once; the payments themselves move the budget, after. */
public record DisbursementsSettled(List<DisbursementSettled> all) {

    public DisbursementsSettled {
        all = List.copyOf(all);
    }
}
