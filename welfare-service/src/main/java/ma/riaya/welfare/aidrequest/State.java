package ma.riaya.welfare.aidrequest;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands in its life, and where it may go from there. */
public enum State {
    /** Being written at the counter; no receipt yet. */
    DRAFT,
    /** Handed in: the receipt is given and the clock runs. */
    SUBMITTED,
    /** An officer instructs it. */
    UNDER_REVIEW,
    /** The family was asked, once, for what is missing; the clock stands. */
    COMPLEMENT_REQUESTED,
    /** An officer proposes an amount. */
    PROPOSED,
    /** Somebody else granted it: the amount is reserved. */
    APPROVED,
    /** Refused with reasons in writing. */
    REJECTED,
    /** The payment is ordered: the amount is committed. */
    ORDERED,
    /** The bank confirmed. */
    PAID,
    /** The bank refused the payment, or sent the money back. */
    RETURNED,
    /** Nothing more is to be done. */
    CLOSED,
    /** The family takes it back. */
    WITHDRAWN;

    /** Whether a change in the registry may still matter to it. */
    boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, UNDER_REVIEW, COMPLEMENT_REQUESTED, PROPOSED, APPROVED, ORDERED, RETURNED -> true;
            case PAID, REJECTED, CLOSED, WITHDRAWN -> false;
        };
    }

    /** The states that may follow; none where the life ends. */
    public Set<State> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(UNDER_REVIEW, WITHDRAWN);
            case UNDER_REVIEW -> EnumSet.of(COMPLEMENT_REQUESTED, PROPOSED, WITHDRAWN);
            case COMPLEMENT_REQUESTED -> EnumSet.of(UNDER_REVIEW, WITHDRAWN);
            case PROPOSED -> EnumSet.of(UNDER_REVIEW, APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> EnumSet.of(ORDERED, WITHDRAWN);
            case ORDERED -> EnumSet.of(PAID, RETURNED);
            case PAID -> EnumSet.of(RETURNED, CLOSED);
            case RETURNED -> EnumSet.of(CLOSED);
            // A bank may send money back after the file was closed.
            case CLOSED -> EnumSet.of(RETURNED);
            case REJECTED, WITHDRAWN -> EnumSet.noneOf(State.class);
        };
    }
}
