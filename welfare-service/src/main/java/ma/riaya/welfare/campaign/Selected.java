package ma.riaya.welfare.campaign;

import java.util.List;
import ma.riaya.welfare.beneficiary.Candidate;

/**
 * A candidate with its verdict.
 *
 * @param reasons the weightiest first; none for a transfer
 */
record Selected(Candidate candidate, LineVerdict verdict, List<Reason> reasons) {

    Selected {
        reasons = List.copyOf(reasons);
    }

    /** Whether the person is better off with this than with the other. */
    boolean isBetterThan(Selected other) {
        int order = verdict.compareTo(other.verdict);
        return order < 0 || (order == 0 && reasons.size() < other.reasons.size());
    }
}
