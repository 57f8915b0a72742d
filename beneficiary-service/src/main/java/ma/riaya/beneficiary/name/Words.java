package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a written name word by word: what only joins goes into the word that follows, what is borne as a title is told apart. */
final class Words {

    private static final int MOST_KEPT = 100_000;
    private static final Remembered<String, List<Word>> KEPT = new Remembered<>(MOST_KEPT);

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd},;:./\\\\()_]+");

    private static final Set<String> ARTICLES = Set.of("el", "al", "l", "il", "ul", "ال");

    private static final Set<String> TITLES = Set.of(
            "moulay",
            "moulai",
            "mly",
            "sidi",
            "sid",
            "lalla",
            "lala",
            "hadj",
            "haj",
            "hajj",
            "hajja",
            "hadja",
            "lhaj",
            "lhadj",
            "elhaj",
            "elhadj",
            "dr",
            "m",
            "mr",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "docteur",
            "cheikh",
            "مولاي",
            "سيدي",
            "سي",
            "لالة",
            "لاله",
            "للا",
            "لالا",
            "الحاج",
            "الحاجه",
            "د",
            "دكتور",
            "الدكتور",
            "السيد",
            "السيده",
            "الشيخ",
            "شيخ");

    private static final Set<String> PARTICLES = Set.of(
            "ben",
            "bin",
            "bn",
            "ibn",
            "bel",
            "bent",
            "bint",
            "bou",
            "bu",
            "abou",
            "abu",
            "aboul",
            "oum",
            "ait",
            "ayt",
            "id",
            "ou",
            "ould",
            "wald",
            "oulad",
            "ouled",
            "abd",
            "abde",
            "abdel",
            "abdal",
            "abdul",
            "abdoul",
            "abder",
            "abdes",
            "abden",
            "abdez",
            "abded",
            "abdech",
            "benabd",
            "benabdel",
            "benabdal",
            "benabder",
            "benabdes",
            "بن",
            "ابن",
            "بنت",
            "بو",
            "ابو",
            "ام",
            "ايت",
            "اد",
            "ايد",
            "او",
            "ولد",
            "اولاد",
            "عبد",
            "بنعبد",
            "بل");

    /** As registers write them for want of room. */
    private static final Map<String, String> ABBREVIATIONS =
            Map.of("med", "mohamed", "mhd", "mohamed", "mohd", "mohamed", "my", "moulay", "fz", "fatimazahra");

    private static final Set<String> ENDINGS =
            Set.of("eddine", "dine", "din", "eddin", "addine", "eddyne", "دين", "الدين");

    private Words() {}

    /** The words of a name whose parts stand apart; most parts are borne by many, and are taken apart once. */
    static List<Word> split(String given, String family) {
        List<Word> words = new ArrayList<>(part(given));
        words.addAll(part(family));
        return words;
    }

    private static List<Word> part(String written) {
        return KEPT.get(written, part -> List.copyOf(split(part)));
    }

    /** The words of a written name, in their order. */
    static List<Word> split(String written) {
        List<Written> parts = apart(written);
        List<Word> words = new ArrayList<>();
        Written joined = Written.NOTHING;
        boolean article = false;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).folded();
            boolean isLast = i == parts.size() - 1;
            String next = isLast ? "" : parts.get(i + 1).folded();
            if (!isLast && (ARTICLES.contains(part) || isSunArticle(part, next))) {
                joined = joined.then(parts.get(i), joined.folded().isEmpty() ? "" : article(part));
                article = joined.folded().isEmpty();
            } else if (!isLast && PARTICLES.contains(part) && Folding.script(part) == Folding.script(next)) {
                joined = joined.then(parts.get(i), part);
            } else {
                Word.Role role = joined.folded().isEmpty() ? role(part, isLast) : Word.Role.NAME;
                Written whole = joined.then(parts.get(i), role == Word.Role.ENDING ? ending(part) : part);
                words.add(new Word(whole.folded(), whole.original(), Folding.script(part), role, article));
                joined = Written.NOTHING;
                article = false;
            }
        }
        return withAName(words);
    }

    /** A piece of a name, as it is compared and as it was written. */
    private record Written(String folded, String original) {

        private static final Written NOTHING = new Written("", "");

        Written then(Written next, String nextFolded) {
            String both = original.isEmpty() || original.equals(next.original)
                    ? next.original
                    : original + " " + next.original;
            return new Written(folded + nextFolded, both);
        }
    }

    private static List<Written> apart(String written) {
        List<Written> parts = new ArrayList<>();
        for (String original : BETWEEN.split(written)) {
            String folded = Folding.fold(original);
            if (!folded.isEmpty()) {
                for (String part : Compounds.apart(folded)) {
                    parts.add(new Written(ABBREVIATIONS.getOrDefault(part, part), original));
                }
            }
        }
        return parts;
    }

    private static String article(String part) {
        return Folding.script(part) == Word.Script.ARABIC ? "ال" : part;
    }

    /** Where titles are all there is, one of them is the name. */
    private static List<Word> withAName(List<Word> words) {
        return words.stream().anyMatch(Word::isName)
                ? words
                : words.stream()
                        .map(word -> new Word(
                                word.text(), word.written(), word.script(), Word.Role.NAME, word.afterArticle()))
                        .toList();
    }

    private static Word.Role role(String part, boolean isLast) {
        if (ENDINGS.contains(part) || (part.startsWith("ed") && Slip.between(part, "eddine") != Slip.NONE)) {
            return Word.Role.ENDING;
        }
        return !isLast && TITLES.contains(part) ? Word.Role.TITLE : Word.Role.NAME;
    }

    private static String ending(String part) {
        return Folding.script(part) == Word.Script.ARABIC ? "الدين" : "eddine";
    }

    /** {@code Ez Zahra}, {@code Ech-Charif}: the article takes the sound of the letter that follows. */
    private static boolean isSunArticle(String part, String next) {
        return part.length() >= 2
                && part.length() <= 3
                && (part.charAt(0) == 'e' || part.charAt(0) == 'a')
                && "aeiou".indexOf(part.charAt(1)) < 0
                && next.startsWith(part.substring(1));
    }
}
