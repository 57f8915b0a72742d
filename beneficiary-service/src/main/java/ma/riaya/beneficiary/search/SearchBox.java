package ma.riaya.beneficiary.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the one box: a name, and beside it perhaps a birth date or a year, a number of identity, a professional number, an office.
 *
 * <p>Digits may be of any script; the day comes first, as people write it.
 */
record SearchBox(
        String name,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable String cin,
        @Nullable String matricule,
        @Nullable String office) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern CIN = Pattern.compile("(?i)[a-z]{1,2}[0-9]{3,7}");
    private static final Pattern MATRICULE = Pattern.compile("[0-9]{5,20}");
    private static final int LEAST_WORDS = 2;

    static SearchBox read(String written, Set<String> offices) {
        List<String> name = new ArrayList<>();
        LocalDate birthDate = null;
        Integer birthYear = null;
        String cin = null;
        String matricule = null;
        String office = null;
        String[] words = BETWEEN.split(written.strip());
        for (String word : words) {
            String western = western(word);
            Optional<LocalDate> date = date(western);
            if (date.isPresent()) {
                birthDate = date.get();
            } else if (YEAR.matcher(western).matches()) {
                birthYear = Integer.valueOf(western);
            } else if (CIN.matcher(western).matches()) {
                cin = western;
            } else if (MATRICULE.matcher(western).matches()) {
                matricule = western;
            } else if (words.length > LEAST_WORDS && offices.contains(word)) {
                office = word;
            } else {
                name.add(word);
            }
        }
        return new SearchBox(String.join(" ", name), birthDate, birthYear, cin, matricule, office);
    }

    private static Optional<LocalDate> date(String word) {
        Matcher dayFirst = DAY_FIRST.matcher(word);
        if (dayFirst.matches()) {
            return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(word);
        return yearFirst.matches()
                ? date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String western(String word) {
        StringBuilder western = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char sign = word.charAt(i);
            western.append(Character.isDigit(sign) ? (char) ('0' + Character.digit(sign, 10)) : sign);
        }
        return western.toString();
    }

    /** What someone looks for is never logged. */
    @Override
    public String toString() {
        return "search";
    }
}
