package ma.riaya.welfare.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment batch stands, and where it may go from there. */
public enum BatchState {
    /** Put together, and waiting for a second person. */
    PREPARED,
    /** Released: the bank is to have its file, whatever happens to this machine. */
    RELEASED,
    /** Its file lies where the bank fetches it. */
    WRITTEN;

    public Set<BatchState> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(RELEASED);
            case RELEASED -> EnumSet.of(WRITTEN);
            case WRITTEN -> EnumSet.noneOf(BatchState.class);
        };
    }
}
