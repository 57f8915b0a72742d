package ma.riaya.welfare.budget;

import java.util.UUID;
import ma.riaya.welfare.money.Money;

/** An envelope as it stands; what is available is the rest of the allotment. */
record Envelope(
        UUID id,
        String programme,
        String office,
        int year,
        Money allotted,
        Money reserved,
        Money committed,
        Money paid,
        long version) {

    Money available() {
        return allotted.minus(held());
    }

    /** What an allotment can never be cut below. */
    Money held() {
        return reserved.plus(committed).plus(paid);
    }
}
