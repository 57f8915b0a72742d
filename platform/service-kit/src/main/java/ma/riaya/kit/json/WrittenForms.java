package ma.riaya.kit.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** The one form in which a value is written, in bodies and in addresses alike; another is an {@link IllegalArgumentException}. */
public final class WrittenForms {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern UUID_OF_36 = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");

    private WrittenForms() {}

    /** {@code 2026-11-27}. */
    public static LocalDate date(String written) {
        try {
            return LocalDate.parse(matching(DATE, written));
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(noSuchDay);
        }
    }

    /** The 36 characters of RFC 9562; the JDK would take {@code 1-1-1-1-1} too. */
    public static UUID uuid(String written) {
        return UUID.fromString(matching(UUID_OF_36, written));
    }

    /** Digits of ASCII without a plus sign. */
    public static int integer(String written) {
        return Integer.parseInt(matching(INTEGER, written));
    }

    private static String matching(Pattern form, String written) {
        if (!form.matcher(written).matches()) {
            throw new IllegalArgumentException("not in the form that is written");
        }
        return written;
    }
}
