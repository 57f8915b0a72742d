package ma.riaya.beneficiary.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The number of an identity card, normalised: capitals, Western digits, no blanks or hyphens.
 *
 * <p>One that is not well formed is kept as unverified, never refused.
 */
public record Cin(String number) {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Z]{1,2}[0-9]{1,7}");
    private static final int MOST_CHARACTERS = 40;
    private static final char MASK = '•';
    private static final int SHOWN = 2;

    /** Empty where nothing is written; a masked number that a client sends back is refused, or it would replace the real one. */
    public static Optional<Cin> parse(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        if (written.indexOf(MASK) >= 0) {
            throw new RefusedException(new CannotTakeIdentity.CinMasked());
        }
        StringBuilder text = new StringBuilder();
        written.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '.')
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .limit(MOST_CHARACTERS)
                .forEach(text::appendCodePoint);
        String number = text.toString().toUpperCase(Locale.ROOT);
        return number.isEmpty() ? Optional.empty() : Optional.of(new Cin(number));
    }

    public boolean isVerified() {
        return WELL_FORMED.matcher(number).matches();
    }

    /** What may be shown to a reader without a purpose: the first letter and the last two characters. */
    public String masked() {
        int hidden = Math.max(0, number.length() - 1 - SHOWN);
        return hidden == 0
                ? String.valueOf(MASK).repeat(number.length())
                : number.charAt(0) + String.valueOf(MASK).repeat(hidden) + number.substring(number.length() - SHOWN);
    }

    /** A number of identity is never logged. */
    @Override
    public String toString() {
        return "CIN";
    }
}
