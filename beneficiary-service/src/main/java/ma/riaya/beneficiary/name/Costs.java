package ma.riaya.beneficiary.name;

import java.util.Arrays;

/**
 * What it costs to take one sound for another, or to find one missing, as {@code sounds.txt} says: 0 where both are ways to write the same.
 *
 * <p>Latin beside Latin, Arabic beside Arabic and Latin beside Arabic differ: Arabic writes no short vowel, and Latin has one d for ض and د.
 */
final class Costs {

    static final Costs LATIN;
    static final Costs ARABIC;

    /** The Latin word stands first. */
    static final Costs ACROSS;

    private static final int SOUNDS = 128;
    private static final double PLAIN = 1;
    private static final double VOWEL_FOR_CONSONANT = 1.2;

    static {
        NameData data = NameData.read("sounds.txt");
        LATIN = new Costs(data, "latin", true);
        ARABIC = new Costs(data, "arabic", true);
        ACROSS = new Costs(data, "across", false);
    }

    private final double[][] exchange = new double[SOUNDS][SOUNDS];
    private final double[] within = new double[SOUNDS];
    private final double[] first = new double[SOUNDS];
    private final double[] last = new double[SOUNDS];

    private Costs(NameData data, String section, boolean bothWays) {
        for (char one = 0; one < SOUNDS; one++) {
            for (char other = 0; other < SOUNDS; other++) {
                boolean alike = Sounds.isVowel(one) == Sounds.isVowel(other);
                exchange[one][other] = one == other ? 0 : alike ? PLAIN : VOWEL_FOR_CONSONANT;
            }
        }
        data.pairs(section, "sounds", (sounds, cost) -> {
            exchange[sounds.charAt(0)][sounds.charAt(1)] = cost;
            if (bothWays) {
                exchange[sounds.charAt(1)][sounds.charAt(0)] = cost;
            }
        });
        Arrays.fill(within, PLAIN);
        data.pairs(section, "within", (sound, cost) -> within[sound.charAt(0)] = cost);
        System.arraycopy(within, 0, first, 0, SOUNDS);
        System.arraycopy(within, 0, last, 0, SOUNDS);
        data.pairs(section, "first", (sound, cost) -> first[sound.charAt(0)] = cost);
        data.pairs(section, "last", (sound, cost) -> last[sound.charAt(0)] = cost);
    }

    static Costs between(Word.Script one, Word.Script other) {
        if (one != other) {
            return ACROSS;
        }
        return one == Word.Script.ARABIC ? ARABIC : LATIN;
    }

    double exchange(char one, char other) {
        return exchange[one][other];
    }

    /** What a sound costs that the other word lacks. */
    double missing(String sounds, int at) {
        char sound = sounds.charAt(at);
        if (at == sounds.length() - 1) {
            return last[sound];
        }
        return at == 0 ? first[sound] : within[sound];
    }

    /** How much a word has to differ in. */
    static double weight(String sounds) {
        double weight = 0;
        for (int i = 0; i < sounds.length(); i++) {
            weight += switch (sounds.charAt(i)) {
                case 'a', 'e' -> 0.3;
                case 'i', 'o', 'u', 'A', 'E', 'Y' -> 0.4;
                case 'W', 'I', '3', 'h', 'y' -> 0.6;
                default -> 1;
            };
        }
        return weight;
    }
}
