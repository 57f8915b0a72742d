package ma.riaya.beneficiary.changerequest;

import java.util.Set;

/** Where a request stands; nothing follows on a decision. */
enum ChangeState {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** Another change came first. */
    OVERTAKEN;

    Set<ChangeState> next() {
        return this == PROPOSED ? Set.of(APPROVED, REFUSED, WITHDRAWN, OVERTAKEN) : Set.of();
    }

    boolean isOpen() {
        return !next().isEmpty();
    }
}
