package ma.riaya.beneficiary.search;

import java.util.Optional;
import java.util.regex.Pattern;
import ma.riaya.beneficiary.person.Cin;

/** What kind of number a text is, by its shape. */
enum NumberShape {
    CIN,
    MATRICULE,
    NONE;

    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]{3,20}");
    private static final Pattern LIKE_A_CIN = Pattern.compile("[A-Z]{1,2}[0-9]{3,7}");

    private static final Pattern DIGITS_IN_A_ROW = Pattern.compile("\\p{Nd}(?:[\\s\\p{Zs}\\p{Cf}.\\-]*\\p{Nd}){2,}");

    /** Whether a number of identity, of an account or a professional one may stand somewhere in the text, in any digits, grouped or not. */
    static boolean isWithin(String text) {
        return DIGITS_IN_A_ROW.matcher(text).find();
    }

    static NumberShape of(String text) {
        if (text.indexOf('•') >= 0) {
            return NONE;
        }
        Optional<Cin> normalised = Cin.parse(text);
        String number = normalised.map(Cin::number).orElse("");
        if (ONLY_DIGITS.matcher(number).matches()) {
            return MATRICULE;
        }
        return LIKE_A_CIN.matcher(number).matches() ? CIN : NONE;
    }

    /** The number as it is compared: Western digits, capitals, no blanks. */
    static String normalised(String text) {
        return Cin.parse(text).map(Cin::number).orElse("");
    }
}
