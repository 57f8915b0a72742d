package ma.riaya.welfare.payment.bankfile;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** Text in the characters that every bank takes: the Latin letters without marks, digits and a few signs. */
final class LatinText {

    private static final Pattern NOT_TAKEN = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final String NOTHING_LEFT = "BENEFICIAIRE";

    private LatinText() {}

    /** The text transliterated, at most so many characters long, and never empty. */
    static String of(String text, int most) {
        String latin =
                NOT_TAKEN.matcher(Transliteration.TO_LATIN.transliterate(text)).replaceAll(" ");
        String one = SPACES.matcher(latin).replaceAll(" ").strip();
        String cut = one.length() <= most ? one : one.substring(0, most).strip();
        return cut.isEmpty() ? NOTHING_LEFT : cut;
    }

    /** Loaded at first use: the rules take a moment to compile. */
    private static final class Transliteration {
        static final Transliterator TO_LATIN =
                Transliterator.getInstance("Any-Latin; Latin-ASCII; [:Nonspacing Mark:] Remove");
    }
}
