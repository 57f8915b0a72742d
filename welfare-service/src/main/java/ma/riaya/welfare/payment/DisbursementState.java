package ma.riaya.welfare.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a disbursement stands, and where it may go from there. */
public enum DisbursementState {
    /** To be paid; no batch carries it yet. */
    ORDERED,
    /** In a batch that waits for its release. */
    BATCHED,
    /** In a file that the bank is to have. */
    SENT,
    /** The bank has taken it on. */
    ACCEPTED,
    /** The bank has booked the debit. */
    PAID,
    /** The bank will not carry it out. */
    REFUSED,
    /** The money came back. */
    RETURNED,
    /** Taken out before the bank was to have it. */
    STOPPED;

    /** A bank may book before it reports, so what was sent may be paid without having been accepted. */
    public Set<DisbursementState> next() {
        return switch (this) {
            case ORDERED -> EnumSet.of(BATCHED, STOPPED);
            case BATCHED -> EnumSet.of(SENT, STOPPED);
            case SENT -> EnumSet.of(ACCEPTED, PAID, REFUSED);
            case ACCEPTED -> EnumSet.of(PAID, REFUSED);
            case PAID -> EnumSet.of(RETURNED);
            case REFUSED, RETURNED, STOPPED -> EnumSet.noneOf(DisbursementState.class);
        };
    }
}
