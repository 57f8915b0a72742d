package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The consonants of a word, the same for every spelling of it in either script.
 *
 * <p>Vowels are left out, since Arabic does not write the short ones and Latin writes them at will; و and ي are vowels too.
 * Where a spelling is ambiguous the word has several skeletons, and two words are alike where they share one.
 */
final class Skeleton {

    /** What stands for a word of vowels alone. */
    static final String NONE = "_";

    private static final int MOST_VARIANTS = 8;
    private static final int MOST_JOINED = 3;

    private Skeleton() {}

    /** All skeletons of one word. */
    static Set<String> of(Word word) {
        Set<String> found = new LinkedHashSet<>(consonants(word.text(), word.script()));
        String bare = word.withoutArticle();
        if (!bare.equals(word.text())) {
            found.addAll(consonants(bare, word.script()));
        }
        if (word.withArticle()) {
            consonants(bare, word.script()).forEach(consonants -> found.add("L" + consonants));
        }
        return found.stream()
                .limit(MOST_VARIANTS)
                .map(consonants -> consonants.isEmpty() ? NONE : consonants)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The skeletons of neighbouring words written as one, for two and for three of them, that begin at {@code first}. */
    static List<Set<String>> joined(List<Word> words, int first) {
        List<Set<String>> all = new ArrayList<>();
        Set<String> longer = of(words.get(first));
        for (int next = first + 1; next < words.size() && next < first + MOST_JOINED; next++) {
            longer = join(longer, of(words.get(next)));
            all.add(longer);
        }
        return all;
    }

    private static Set<String> join(Set<String> before, Set<String> after) {
        Set<String> joined = new LinkedHashSet<>();
        for (String first : before) {
            for (String second : after) {
                String head = first.equals(NONE) ? "" : first;
                String tail = second.equals(NONE) ? "" : second;
                joined.add(head + tail);
                if (!head.isEmpty() && !tail.isEmpty() && head.charAt(head.length() - 1) == tail.charAt(0)) {
                    joined.add(head + tail.substring(1));
                }
            }
        }
        joined.remove("");
        return joined.stream().limit(2 * MOST_VARIANTS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Collection<String> consonants(String text, Word.Script script) {
        Variants variants = new Variants();
        if (script == Word.Script.ARABIC) {
            arabic(text, variants);
        } else {
            latin(text, variants);
        }
        return variants.found();
    }

    private static void arabic(String text, Variants into) {
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            switch (text.charAt(i)) {
                case 'ب', 'پ' -> into.add("B");
                case 'ت', 'ط' -> into.add("T");
                case 'ث' -> into.add("T", "S");
                case 'ج' -> into.add("J");
                case 'ش', 'چ' -> into.add("C");
                case 'ح' -> into.add("H");
                case 'خ' -> into.add("X");
                case 'د', 'ض' -> into.add("D");
                case 'ذ', 'ظ' -> into.add("D", "Z");
                case 'ر' -> into.add("R");
                case 'ز', 'ژ' -> into.add("Z");
                case 'س', 'ص' -> into.add("S");
                case 'غ' -> into.add("G");
                case 'ف', 'ڤ' -> into.add("F");
                case 'ق', 'ك', 'گ', 'ڭ', 'ݣ', 'ڨ' -> into.add("K");
                case 'ل' -> into.add("L");
                case 'م' -> into.add("M");
                case 'ن' -> into.add("N");
                case 'ه' -> {
                    if (i < last) {
                        into.add("H");
                    } else if (i > 0 && text.charAt(i - 1) == 'ا') {
                        // Hayat, Najat: after a long a, the ta marbuta sounds.
                        into.add("", "T", "H");
                    } else {
                        into.add("", "H");
                    }
                }
                default -> {
                    // A vowel, or a letter that Latin spellings do not show.
                }
            }
        }
    }

    private static void latin(String text, Variants into) {
        int length = text.length();
        int i = 0;
        while (i < length) {
            char letter = text.charAt(i);
            char next = i + 1 < length ? text.charAt(i + 1) : ' ';
            if (letter == next && letter != 'o' && letter != 'e') {
                // Doubled letters count once; their last one decides what follows.
                i++;
                continue;
            }
            i += digraph(letter, next, i > 0 && text.charAt(i - 1) == letter, into)
                    ? 2
                    : single(letter, next, i == length - 1, into);
        }
    }

    private static boolean digraph(char letter, char next, boolean doubled, Variants into) {
        if (next == 'h') {
            switch (letter) {
                case 'c' -> into.add("C");
                case 's' -> into.add("C", "SH");
                case 'k' -> into.add("X");
                case 'g' -> into.add("G");
                case 'p' -> into.add("F");
                case 't' -> into.add("T", "TH");
                case 'd' -> into.add("D", "DH");
                case 'r' -> {
                    // Abderrhmane has an r and an h; Rhizlane has a ghain.
                    if (doubled) {
                        into.add("RH", "R");
                    } else {
                        into.add("G", "RH");
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (letter == 'd' && next == 'j') {
            into.add("J");
            return true;
        }
        return false;
    }

    private static int single(char letter, char next, boolean last, Variants into) {
        switch (letter) {
            case 'b', 'p' -> into.add("B");
            case 'c' -> into.add(next == 'e' || next == 'i' || next == 'y' ? "S" : "K");
            case 'd' -> into.add("D");
            case 'f', 'v' -> into.add("F");
            case 'g' -> {
                if (next == 'e' || next == 'i' || next == 'y') {
                    into.add("K", "J");
                } else {
                    into.add("K");
                }
            }
            case 'h' -> {
                if (last) {
                    into.add("", "H");
                } else {
                    into.add("H");
                }
            }
            case 'j' -> into.add("J");
            case 'k', 'q' -> into.add("K");
            case 'l' -> into.add("L");
            case 'm' -> into.add("M");
            case 'n' -> into.add("N");
            case 'r' -> into.add("R");
            case 's' -> into.add("S");
            case 't' -> into.add("T");
            case 'x' -> into.add("KS");
            case 'z' -> into.add("Z");
            default -> {
                // A vowel; w and y are vowels too.
            }
        }
        return 1;
    }

    /** The ways in which a word can be read, grown letter by letter. */
    private static final class Variants {

        private List<String> ways = List.of("");

        void add(String... readings) {
            List<String> longer = new ArrayList<>(ways.size() * readings.length);
            for (String reading : readings) {
                for (String way : ways) {
                    longer.add(way + reading);
                }
            }
            ways = longer.subList(0, Math.min(longer.size(), MOST_VARIANTS));
        }

        Collection<String> found() {
            return new LinkedHashSet<>(ways);
        }
    }
}
