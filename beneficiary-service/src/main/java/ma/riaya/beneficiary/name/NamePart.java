package ma.riaya.beneficiary.name;

import java.text.Normalizer;
import java.util.regex.Pattern;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.text.Characters;

/** A part of a person's name, and the one form in which the registry takes it; the rule is told in {@code docs/domain/names.md}. */
public enum NamePart {
    FAMILY_AR("familyNameAr", Letters.ARABIC),
    GIVEN_AR("givenNameAr", Letters.ARABIC),
    FAMILY_LATIN("familyNameLatin", Letters.LATIN),
    GIVEN_LATIN("givenNameLatin", Letters.LATIN);

    private static final int MOST_CHARACTERS = 120;

    /** A shadda, a haraka and a small alif may stand on one letter; more of them only hide it. */
    private static final int MOST_MARKS = 3;

    /** Instead of a character that cannot be shown. */
    private static final String UNSEEN = "INVISIBLE";

    private static final String APOSTROPHES = "'’";
    private static final String SIGNS = "-." + APOSTROPHES;
    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private final String field;
    private final Letters letters;

    NamePart(String field, Letters letters) {
        this.field = field;
        this.letters = letters;
    }

    /** The name in its one form; refused by its first character that no name has. */
    public String taken(String written) {
        StringBuilder taken = new StringBuilder(written.length());
        int marks = 0;
        int position = 0;
        for (int at = 0; at < written.length(); at += Character.charCount(written.codePointAt(at))) {
            int one = written.codePointAt(at);
            position++;
            String plain = letters.plain(one);
            marks = plain.codePoints().anyMatch(letters::isMark) ? marks + 1 : 0;
            if (!mayFollow(taken, plain, marks)) {
                throw refused(new Characters.Found(one, position));
            }
            taken.append(plain);
        }
        String name = Normalizer.normalize(taken, Normalizer.Form.NFC);
        return checked(BLANKS.matcher(name).replaceAll(" ").strip());
    }

    private boolean mayFollow(StringBuilder before, String plain, int marks) {
        if (marks > 0) {
            return marks <= MOST_MARKS && !before.isEmpty() && bears(before.codePointBefore(before.length()));
        }
        boolean begins = before.toString().isBlank();
        return plain.codePoints()
                .allMatch(one -> letters.isLetter(one)
                        || one == ' '
                        || (isSign(one) && (!begins || APOSTROPHES.indexOf(one) >= 0)));
    }

    /** Whether a mark may stand on it. */
    private boolean bears(int one) {
        return letters.isLetter(one) || letters.isMark(one);
    }

    private static boolean isSign(int one) {
        return SIGNS.indexOf(one) >= 0;
    }

    private String checked(String name) {
        if (name.codePoints().noneMatch(letters::isLetter)) {
            throw new RefusedException(new CannotTakeName.WithoutLetters(field));
        }
        if (name.codePointCount(0, name.length()) > MOST_CHARACTERS) {
            throw new RefusedException(new CannotTakeName.TooLong(field, MOST_CHARACTERS));
        }
        return name;
    }

    private RefusedException refused(Characters.Found found) {
        String shown = found.shown().isEmpty() ? UNSEEN : found.shown();
        Refusal refusal = Character.isLetter(found.codePoint()) && !letters.isLetter(found.codePoint())
                ? new CannotTakeName.LetterOfAnotherScript(field, found.code(), shown, found.position())
                : new CannotTakeName.CharacterRefused(field, found.code(), shown, found.position());
        return new RefusedException(refusal);
    }
}
