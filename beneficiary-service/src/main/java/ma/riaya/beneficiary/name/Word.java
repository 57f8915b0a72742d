package ma.riaya.beneficiary.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One word of a name, folded: small letters, no diacritics, no harakat, one form for each letter.
 *
 * @param text the folded letters
 * @param script the script that it is written in
 * @param withArticle whether an article stood before it as a word of its own
 */
record Word(String text, Script script, boolean withArticle) {

    enum Script {
        ARABIC,
        LATIN
    }

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}|\u0640");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʿʾ`´]");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> LATIN_ARTICLES = Set.of("el", "al", "l", "il", "ul");

    /** What joins a name to the next word, and tells little by itself. */
    private static final Set<String> PARTICLES =
            Set.of("ben", "bin", "bn", "ibn", "bent", "bint", "ait", "ayt", "ou", "بن", "ابن", "بنت", "ايت", "او");

    /** As registers write them for want of room. */
    private static final Map<String, String> ABBREVIATIONS = Map.of("med", "mohamed", "mhd", "mohamed", "my", "moulay");

    private static final String ARABIC_ARTICLE = "ال";
    private static final String ABD = "عبد";

    /** The words of a written name, in their order, articles taken into the word that follows. */
    static List<Word> split(String written) {
        List<Word> words = new ArrayList<>();
        boolean article = false;
        String[] parts = NOT_LETTERS.split(fold(written), -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty()) {
                continue;
            }
            boolean isLast = i == parts.length - 1 || parts[i + 1].isEmpty();
            if (!isLast && (LATIN_ARTICLES.contains(part) || isSunArticle(part, parts[i + 1]))) {
                article = true;
                continue;
            }
            if (part.startsWith(ABD + ARABIC_ARTICLE) && part.length() > ABD.length() + ARABIC_ARTICLE.length()) {
                words.add(new Word(ABD, Script.ARABIC, article));
                part = part.substring(ABD.length());
                article = false;
            }
            words.add(new Word(ABBREVIATIONS.getOrDefault(part, part), script(part), article));
            article = false;
        }
        return words;
    }

    /** Two words written as one. */
    Word joinedTo(Word next) {
        return new Word(text + next.text, script, withArticle);
    }

    boolean isParticle() {
        return PARTICLES.contains(text);
    }

    /** The word without the article that is written into it; itself where there is none. */
    String withoutArticle() {
        boolean arabic = script == Script.ARABIC && text.startsWith(ARABIC_ARTICLE) && text.length() >= 4;
        boolean latin =
                script == Script.LATIN && (text.startsWith("el") || text.startsWith("al")) && text.length() >= 5;
        if (arabic || latin) {
            return text.substring(2);
        }
        boolean clipped = script == Script.LATIN
                && text.length() >= 5
                && text.charAt(0) == 'l'
                && "aeiouyl".indexOf(text.charAt(1)) < 0;
        return clipped ? text.substring(1) : text;
    }

    private static String fold(String written) {
        String bare = APOSTROPHES
                .matcher(MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                        .replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            switch (letter) {
                case 'ٱ' -> folded.append('ا');
                case 'ى', 'ی' -> folded.append('ي');
                case 'ة', 'ہ', 'ە' -> folded.append('ه');
                case 'ک' -> folded.append('ك');
                case 'ء', '\u200c', '\u200d', '\u200e', '\u200f' -> {
                    // Written or not, it is the same name.
                }
                case 'ø' -> folded.append('o');
                case 'œ' -> folded.append("oe");
                case 'ß' -> folded.append("ss");
                default -> folded.append(letter);
            }
        }
        return folded.toString();
    }

    /** {@code Ez Zahra}, {@code Ech-Charif}: the article takes the sound of the letter that follows. */
    private static boolean isSunArticle(String part, String next) {
        return part.length() >= 2
                && part.length() <= 3
                && (part.charAt(0) == 'e' || part.charAt(0) == 'a')
                && "aeiou".indexOf(part.charAt(1)) < 0
                && next.startsWith(part.substring(1));
    }

    private static Script script(String part) {
        return Character.UnicodeScript.of(part.codePointAt(0)) == Character.UnicodeScript.ARABIC
                ? Script.ARABIC
                : Script.LATIN;
    }

    /** A name is never logged. */
    @Override
    public String toString() {
        return "word";
    }
}
