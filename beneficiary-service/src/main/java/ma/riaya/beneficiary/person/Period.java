package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** From the first day to the day after the last; without an end while it lasts. */
public record Period(LocalDate from, @Nullable LocalDate until) {

    /** Wider than any life on record, and well inside what PostgreSQL keeps. */
    private static final int FIRST_YEAR = 1800;

    private static final int AFTER_LAST_YEAR = 2200;

    public Period {
        demandInBounds(from);
        if (until != null) {
            demandInBounds(until);
        }
        if (until != null && !until.isAfter(from)) {
            throw new RefusedException(new CannotTakePeriod.EndsBeforeItBegins(from, until));
        }
    }

    /** Whether the registry keeps the day at all: what lies outside is a slip of the pen. */
    public static boolean isInBounds(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() < AFTER_LAST_YEAR;
    }

    private static void demandInBounds(LocalDate day) {
        if (!isInBounds(day)) {
            throw new RefusedException(new CannotTakePeriod.DateOutOfBounds(day));
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
