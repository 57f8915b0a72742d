package ma.riaya.welfare.campaign;

import java.util.EnumSet;
import java.util.Set;

/** What became of a selected line, and what may become of it. */
public enum LineState {
    /** On the list. */
    SELECTED,
    /** Its payment is ordered. */
    ORDERED,
    /** The bank is to have its payment. */
    SENT,
    /** The bank confirmed. */
    PAID,
    /** The bank refused. */
    REFUSED,
    /** The money came back. */
    RETURNED,
    /** It has a voucher. */
    VOUCHER_ISSUED,
    /** Its payment was taken out before the bank was to have it. */
    STOPPED,
    /** Neither paid nor given a voucher when the wave was ordered: the person had died, or is paid under another id. */
    WITHHELD;

    public Set<LineState> next() {
        return switch (this) {
            case SELECTED -> EnumSet.of(ORDERED, VOUCHER_ISSUED, WITHHELD);
            case ORDERED -> EnumSet.of(SENT, STOPPED);
            case SENT -> EnumSet.of(PAID, REFUSED);
            case PAID -> EnumSet.of(RETURNED);
            case REFUSED, RETURNED, VOUCHER_ISSUED, STOPPED, WITHHELD -> EnumSet.noneOf(LineState.class);
        };
    }
}
