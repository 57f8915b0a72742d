package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** From the first day to the day after the last; without an end while it lasts. */
public record Period(LocalDate from, @Nullable LocalDate until) {

    public Period {
        if (until != null && !until.isAfter(from)) {
            throw new RefusedException(new CannotTakePeriod.EndsBeforeItBegins(from, until));
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean overlaps(Period other) {
        return (until == null || other.from.isBefore(until)) && (other.until == null || from.isBefore(other.until));
    }

    static boolean anyOverlap(List<Period> periods) {
        List<Period> inOrder =
                periods.stream().sorted(Comparator.comparing(Period::from)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i - 1).overlaps(inOrder.get(i))) {
                return true;
            }
        }
        return false;
    }
}
