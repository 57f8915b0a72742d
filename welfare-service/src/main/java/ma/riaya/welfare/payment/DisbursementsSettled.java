package ma.riaya.welfare.payment;

import java.util.List;

/** The same as {@link DisbursementSettled}, all at once for those who take many in one statement; told in the same transaction. */
public record DisbursementsSettled(List<DisbursementSettled> all) {

    public DisbursementsSettled {
        all = List.copyOf(all);
    }
}
