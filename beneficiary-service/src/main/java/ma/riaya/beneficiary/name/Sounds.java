package ma.riaya.beneficiary.name;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a word sounds, letter by letter, in one alphabet for both scripts.
 *
 * <p>Small Latin letters and digits stand for what both scripts can write, capitals for what Arabic alone tells apart:
 * {@code c} is sh, {@code x} kh, {@code G} gh, {@code 7} a Latin rh, {@code 8} th, {@code 6} dh, {@code 9} a Latin g before e or i,
 * {@code 3} ayn, {@code y} a Latin y that begins a word, {@code A W I} the long vowels, {@code Y} the alif without dots, {@code E} a ta marbuta or a last ha.
 */
final class Sounds {

    private static final Pattern HARD_G = Pattern.compile("gu(?=[eiy])");
    private static final Pattern HARD_Q = Pattern.compile("qu(?=[aeiouy])");

    private static final Pattern APART = Pattern.compile("([tds])h");

    private Sounds() {}

    /** The ways in which a word may sound, the usual one first; none for a word without a letter that sounds. */
    static List<String> of(String text, Word.Script script) {
        if (script == Word.Script.ARABIC) {
            return Stream.of(single(arabic(text)))
                    .filter(sounds -> !sounds.isEmpty())
                    .toList();
        }
        // Kaouthar has a th, Fathi a t and an h; Aminah has no h, Salah has one.
        String usual = single(latin(text));
        Stream<String> ways = Stream.of(usual);
        if (APART.matcher(text).find()) {
            ways = Stream.of(usual, single(latin(APART.matcher(text).replaceAll("$1-h"))));
        }
        return ways.flatMap(way -> way.length() > 2 && way.endsWith("h")
                        ? Stream.of(way, way.substring(0, way.length() - 1))
                        : Stream.of(way))
                .filter(sounds -> !sounds.isEmpty())
                .toList();
    }

    static boolean isVowel(char sound) {
        return "aeiouAWIYE".indexOf(sound) >= 0;
    }

    private static String single(String sounds) {
        StringBuilder once = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            if (once.isEmpty() || once.charAt(once.length() - 1) != sounds.charAt(i)) {
                once.append(sounds.charAt(i));
            }
        }
        return once.toString();
    }

    private static String arabic(String text) {
        StringBuilder sounds = new StringBuilder(text.length());
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case 'ا' -> sounds.append('A');
                case 'و' -> sounds.append('W');
                case 'ي' -> sounds.append('I');
                case 'ى' -> sounds.append('Y');
                case 'ع' -> sounds.append('3');
                case 'ب', 'پ' -> sounds.append('b');
                case 'ت' -> sounds.append('t');
                case 'ط' -> sounds.append('T');
                case 'ث' -> sounds.append('8');
                case 'ج' -> sounds.append('j');
                case 'ح' -> sounds.append('H');
                case 'خ' -> sounds.append('x');
                case 'د' -> sounds.append('d');
                case 'ض' -> sounds.append('D');
                case 'ذ' -> sounds.append('6');
                case 'ظ' -> sounds.append('Z');
                case 'ر' -> sounds.append('r');
                case 'ز', 'ژ' -> sounds.append('z');
                case 'س' -> sounds.append('s');
                case 'ص' -> sounds.append('S');
                case 'ش', 'چ' -> sounds.append('c');
                case 'غ' -> sounds.append('G');
                case 'ف', 'ڤ' -> sounds.append('f');
                case 'ق' -> sounds.append('q');
                case 'ك' -> sounds.append('k');
                case 'گ' -> sounds.append('g');
                case 'ل' -> sounds.append('l');
                case 'م' -> sounds.append('m');
                case 'ن' -> sounds.append('n');
                case 'ه' -> sounds.append(i == last && i > 0 ? 'E' : 'h');
                default -> {
                    // A letter of another language: nothing that a Moroccan name would show.
                }
            }
        }
        return sounds.toString();
    }

    private static String latin(String written) {
        String text = HARD_G.matcher(HARD_Q.matcher(written).replaceAll("q"))
                .replaceAll("4")
                .replace("sch", "ch")
                .replace("tch", "ch")
                .replace("ck", "k");
        StringBuilder sounds = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char letter = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            i += two(letter, next, i > 0 ? text.charAt(i - 1) : ' ', sounds);
        }
        // A last e is written and not heard: Amine.
        while (sounds.length() > 2 && sounds.charAt(sounds.length() - 1) == 'e') {
            sounds.setLength(sounds.length() - 1);
        }
        return sounds.toString();
    }

    /** Appends what one letter or two stand for; answers how many were read. */
    private static int two(char letter, char next, char before, StringBuilder into) {
        if (next == 'h' && "cskgptdr".indexOf(letter) >= 0) {
            switch (letter) {
                case 'c' -> into.append('c');
                case 's' -> into.append('c');
                case 'k' -> into.append('x');
                case 'g' -> into.append('G');
                case 'p' -> into.append('f');
                case 't' -> into.append('8');
                case 'd' -> into.append('6');
                // Rhizlane has a ghain, Abderrhmane an r and an h.
                default -> into.append(before == 'r' ? "rh" : "7");
            }
            return 2;
        }
        if (letter == 'd' && next == 'j') {
            into.append('j');
            return 2;
        }
        if ((letter == 'o' && (next == 'u' || next == 'o')) || (letter == 'e' && (next == 'e' || next == 'u'))) {
            into.append(letter == 'o' ? 'u' : next == 'e' ? 'i' : 'e');
            return 2;
        }
        if (letter == 'y' && before == ' ' && "aeiou".indexOf(next) >= 0) {
            into.append('y');
            return 1;
        }
        into.append(one(letter, next == 'e' || next == 'i' || next == 'y'));
        return 1;
    }

    private static String one(char letter, boolean soft) {
        return switch (letter) {
            case 'p' -> "b";
            case 'v' -> "f";
            case 'w' -> "u";
            case 'y' -> "i";
            case 'x' -> "ks";
            case '4' -> "g";
            case '-' -> "";
            case 'c' -> soft ? "s" : "k";
            case 'g' -> soft ? "9" : "g";
            default -> String.valueOf(letter);
        };
    }
}
