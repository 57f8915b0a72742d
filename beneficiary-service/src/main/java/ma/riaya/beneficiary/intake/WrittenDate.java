package ma.riaya.beneficiary.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.riaya.beneficiary.person.Period;

/**
 * A date as people and sheets write it: 1960-05-04, 04/05/1960 with the day first, or the days since 1900 of a sheet.
 *
 * <p>A year of two digits is refused, since 12/05/30 is nobody's certain birth date.
 */
final class WrittenDate {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?: 00:00(?::00)?)?");
    private static final Pattern SERIAL = Pattern.compile("([0-9]{1,6})(?:\\.0+)?");

    /** Sheets count a 29 February 1900, which never was, as day 60. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final LocalDate BEFORE_IT = LocalDate.of(1899, 12, 31);
    private static final LocalDate AFTER_IT = LocalDate.of(1899, 12, 30);

    private WrittenDate() {}

    static Optional<LocalDate> read(String written) {
        try {
            return parsed(written.strip()).filter(Period::isInBounds);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parsed(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return Optional.of(date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)));
        }
        Matcher serial = SERIAL.matcher(text);
        return serial.matches() ? ofSerial(Integer.parseInt(serial.group(1))) : Optional.empty();
    }

    private static Optional<LocalDate> ofSerial(int days) {
        if (days == 0 || days == DAY_THAT_NEVER_WAS) {
            return Optional.empty();
        }
        return Optional.of((days < DAY_THAT_NEVER_WAS ? BEFORE_IT : AFTER_IT).plusDays(days));
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
