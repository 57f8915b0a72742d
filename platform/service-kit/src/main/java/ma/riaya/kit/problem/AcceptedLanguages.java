package ma.riaya.kit.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code Accept-Language} says of each language of the product (RFC 9110): its weight, zero where it is not wanted; of two wanted alike, the one named first.
 *
 * <p>A region counts as its language. What cannot be read is passed over, and the rest of the header still counts.
 */
final class AcceptedLanguages {

    private static final int MOST_CHARACTERS = 4_096;
    private static final String ANY = "*";
    private static final Wish NONE = new Wish(0, Integer.MAX_VALUE);
    private static final Pattern ONE = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{2,8})(?:-[A-Za-z0-9]{1,8})*\\s*(?:;\\s*[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*)?");

    private final Map<String, Wish> wishes = new HashMap<>();

    /** How much, and how early in the header. */
    private record Wish(double weight, int place) {

        boolean isBefore(Wish other) {
            return weight > other.weight || weight == other.weight && place < other.place;
        }
    }

    AcceptedLanguages(String header) {
        String read = header.length() > MOST_CHARACTERS ? header.substring(0, MOST_CHARACTERS) : header;
        for (String range : read.split(",")) {
            Matcher one = ONE.matcher(range);
            if (one.matches()) {
                double weight = one.group(2) == null ? 1 : Double.parseDouble(one.group(2));
                Wish wish = new Wish(weight, one.group(1).equals(ANY) ? Integer.MAX_VALUE : wishes.size());
                wishes.merge(
                        one.group(1).toLowerCase(Locale.ROOT), wish, (old, more) -> more.isBefore(old) ? more : old);
            }
        }
    }

    /** The most wanted of these; none where none is wanted. */
    Optional<Locale> best(List<Locale> offered) {
        Locale best = null;
        Wish most = new Wish(0, 0);
        for (Locale language : offered) {
            Wish wish = wishes.getOrDefault(language.getLanguage(), wishes.getOrDefault(ANY, NONE));
            if (wish.isBefore(most)) {
                best = language;
                most = wish;
            }
        }
        return Optional.ofNullable(best);
    }
}
