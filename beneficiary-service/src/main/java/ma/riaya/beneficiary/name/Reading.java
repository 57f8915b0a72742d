package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to take a word: with or without an article written into it, and apart from what many names begin with.
 *
 * <p>{@code Abdelkader} and {@code Abdelkarim} have half their letters in common and are two names: what follows {@code abd} tells.
 *
 * @param prefix what the name begins with, empty where it stands whole
 * @param sounds the rest
 * @param weight how much the rest tells
 * @param cost what taking it so costs
 * @param consonants a bit for each that it has
 */
record Reading(String prefix, String sounds, double weight, double cost, int consonants) {

    private static final double BARE_L = 0.04;
    private static final int LEAST = 2;
    private static final int MOST_OTHERS = 3;

    /** What tells enough without what it begins with. */
    private static final double TELLS_ALONE = 2.5;

    private record Prefix(String name, List<String> latin, List<String> arabic) {}

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("abd", List.of("abdou", "abdu", "abde", "abdo", "abda", "abd"), List.of("عبد")),
            new Prefix("ben", List.of("ben", "bin", "ibn", "be"), List.of("بن", "ابن", "ب")),
            new Prefix("bent", List.of("bent", "bint"), List.of("بنت")),
            new Prefix("bou", List.of("abou", "bou", "abu", "bu"), List.of("ابو", "بو")),
            new Prefix("ait", List.of("ait", "ayt"), List.of("ايت")),
            new Prefix("ould", List.of("ould", "wald"), List.of("ولد")),
            new Prefix("ou", List.of("ou"), List.of("او", "و")));

    static List<Reading> of(String text, Word.Script script) {
        List<Reading> readings = new ArrayList<>();
        addBare(readings, "", text, script, 0);
        for (Prefix prefix : PREFIXES) {
            for (String written : script == Word.Script.ARABIC ? prefix.arabic() : prefix.latin()) {
                String rest = text.startsWith(written) ? text.substring(written.length()) : "";
                // "Belkacem" is Ben el Kacem; a plain "be" is no particle.
                boolean takesArticle = written.equals("be") || written.equals("ب");
                if (rest.length() > LEAST && (!takesArticle || isBel(rest, script))) {
                    addBare(readings, prefix.name(), rest, script, 0);
                    if (prefix.name().equals("ben") && (isVowel(rest.charAt(0)) || rest.charAt(0) == 'ا')) {
                        // Benaceur has one n for two.
                        add(readings, prefix.name(), (script == Word.Script.ARABIC ? "ن" : "n") + rest, script, BARE_L);
                    }
                    break;
                }
            }
        }
        return List.copyOf(readings);
    }

    /** Whether so many consonants are others that nobody need look closer. */
    boolean isFarFrom(Reading other) {
        return Integer.bitCount(consonants ^ other.consonants) > MOST_OTHERS;
    }

    boolean tellsAlone() {
        return weight >= TELLS_ALONE && !prefix.equals("abd");
    }

    /** Whether the other is this name with something before it: Ali is not Benali, but Benhaddou may be Ait Benhaddou. */
    boolean tellsWithout(Reading other) {
        return prefix.isEmpty() && other.tellsAlone();
    }

    /** What it costs to leave out what the name begins with. */
    double lacking() {
        return switch (prefix) {
            case "" -> 0;
            case "ait", "ould" -> 0.55;
            default -> 0.9;
        };
    }

    private static boolean isBel(String rest, Word.Script script) {
        return script == Word.Script.ARABIC
                ? rest.length() > LEAST + 1 && rest.charAt(0) == 'ل'
                : rest.length() > LEAST + 1 && rest.charAt(0) == 'l' && !isVowel(rest.charAt(1));
    }

    /** The rest as it stands, and without an article. */
    private static void addBare(List<Reading> into, String prefix, String text, Word.Script script, double cost) {
        add(into, prefix, text, script, cost);
        int length = text.length();
        if (script == Word.Script.ARABIC) {
            if (text.startsWith("ال") && length >= 4) {
                add(into, prefix, text.substring(2), script, cost);
            } else if (text.charAt(0) == 'ل' && length >= 4) {
                add(into, prefix, text.substring(1), script, cost + BARE_L);
            }
            return;
        }
        boolean vowelFirst = "eaiu".indexOf(text.charAt(0)) >= 0;
        char second = length > 1 ? text.charAt(1) : ' ';
        if (vowelFirst && second == 'l' && length >= 5) {
            add(into, prefix, text.substring(2), script, cost);
        } else if (vowelFirst && length >= 5 && !isVowel(second) && text.charAt(2) == second) {
            add(into, prefix, text.substring(2), script, cost);
        } else if (vowelFirst && length >= 6 && (text.startsWith("ch", 1) || text.startsWith("sh", 1))) {
            add(into, prefix, text.substring(text.startsWith(text.substring(1, 3), 3) ? 3 : 1), script, cost + BARE_L);
        } else if (text.charAt(0) == 'l' && length >= 4) {
            add(into, prefix, text.substring(1), script, cost + BARE_L);
        }
    }

    private static void add(List<Reading> into, String prefix, String text, Word.Script script, double cost) {
        for (String sounds : Sounds.of(text, script)) {
            into.add(new Reading(prefix, sounds, Costs.weight(sounds), cost, SoundIndex.consonants(sounds)));
        }
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }
}
