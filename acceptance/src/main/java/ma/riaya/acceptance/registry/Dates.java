package ma.riaya.acceptance.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which the registry turns. */
final class Dates {

    /** The day of the first wave. */
    static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    /** The day of the second wave. */
    static final LocalDate DECEMBER = LocalDate.of(2025, 12, 1);

    /** The day on which the pension fund and HR gave their extracts: nothing after it is known. */
    static final LocalDate EXTRACT = LocalDate.of(2025, 12, 15);

    private Dates() {}

    static LocalDate nextFirstOfMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
