package ma.riaya.welfare.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a wave stands, and where it may go from there. */
public enum WaveState {
    /** The list is frozen. */
    SELECTED,
    /** One person proposes it as it is. */
    PROPOSED,
    /** Another approved it: its total is reserved. */
    APPROVED,
    /** Finance ordered the payments: its total is committed. */
    ORDERED,
    /** Given up before it was ordered: whom it had selected may be selected again. */
    DISCARDED;

    public Set<WaveState> next() {
        return switch (this) {
            case SELECTED -> EnumSet.of(PROPOSED, DISCARDED);
            case PROPOSED -> EnumSet.of(APPROVED, DISCARDED);
            case APPROVED -> EnumSet.of(ORDERED, DISCARDED);
            case ORDERED, DISCARDED -> EnumSet.noneOf(WaveState.class);
        };
    }
}
