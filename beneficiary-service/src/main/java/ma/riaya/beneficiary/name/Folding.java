package ma.riaya.beneficiary.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it is read, whatever keyboard it came from: small letters, no marks, one form for each letter, blanks between words. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}|\u0640");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʿʾ`´]");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Folding() {}

    static String fold(String written) {
        String bare = APOSTROPHES
                .matcher(MARKS.matcher(
                                Normalizer.normalize(written.replace('ç', 's').replace('Ç', 'S'), Normalizer.Form.NFKD))
                        .replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            switch (letter) {
                case 'ٱ' -> folded.append('ا');
                case 'ی' -> folded.append('ي');
                case 'ة', 'ہ', 'ە', 'ۀ', 'ۃ' -> folded.append('ه');
                case 'ک' -> folded.append('ك');
                case 'ڭ', 'ݣ', 'ڨ' -> folded.append('گ');
                case 'ء', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff' -> {
                    // Written or not, it is the same name.
                }
                case 'ø' -> folded.append('o');
                case 'œ' -> folded.append("oe");
                case 'ß' -> folded.append("ss");
                case '2', '3', '5', '7', '9' -> folded.append(digitAsLetter(bare, i));
                default -> folded.append(letter);
            }
        }
        return NOT_LETTERS.matcher(folded).replaceAll(" ").strip();
    }

    static Word.Script script(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC
                ? Word.Script.ARABIC
                : Word.Script.LATIN;
    }

    /** On a telephone 3 is an ayn and 7 a ha: {@code Sa3id}, {@code 7assan}. */
    private static String digitAsLetter(String text, int at) {
        boolean inWord = isLatin(text, at - 1) || isLatin(text, at + 1);
        if (!inWord) {
            return " ";
        }
        return switch (text.charAt(at)) {
            case '3' -> isVowel(text, at - 1) || isVowel(text, at + 1) ? "" : "a";
            case '5' -> "kh";
            case '7' -> "h";
            case '9' -> "q";
            default -> "";
        };
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    private static boolean isVowel(String text, int at) {
        return at >= 0 && at < text.length() && "aeiou".indexOf(text.charAt(at)) >= 0;
    }
}
