package ma.riaya.acceptance.bench;

import java.util.Random;

/** Family names that few bear, as most are: made of syllables, written in both scripts as a clerk would. */
final class RareNames {

    private static final String[] ARABIC = {
        "ب", "د", "ف", "ح", "ج", "ك", "ل", "م", "ن", "ر", "س", "ت", "ز", "ش", "خ", "غ", "ق", "ط", "ع", "ص"
    };
    private static final String[] LATIN = {
        "b", "d", "f", "h", "j", "k", "l", "m", "n", "r", "s", "t", "z", "ch", "kh", "gh", "k", "t", "a", "s"
    };
    private static final String[] LONG_ARABIC = {"ا", "و", "ي"};
    private static final String[] LONG_LATIN = {"a", "ou", "i"};
    private static final String[] SHORT_LATIN = {"a", "e", "ou", "i"};

    private RareNames() {}

    record Written(String arabic, String latin) {}

    /** The same number gives the same name. */
    static Written of(long number) {
        Random chance = new Random(number * 0x9E3779B97F4A7C15L);
        StringBuilder arabic = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        int syllables = 2 + chance.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            int consonant = chance.nextInt(ARABIC.length);
            arabic.append(ARABIC[consonant]);
            latin.append(LATIN[consonant]);
            if (chance.nextInt(3) > 0) {
                int vowel = chance.nextInt(LONG_ARABIC.length);
                arabic.append(LONG_ARABIC[vowel]);
                latin.append(LONG_LATIN[vowel]);
            } else {
                latin.append(SHORT_LATIN[chance.nextInt(SHORT_LATIN.length)]);
            }
        }
        int last = chance.nextInt(ARABIC.length - 2);
        arabic.append(ARABIC[last]);
        latin.append(LATIN[last]);
        return switch (chance.nextInt(4)) {
            case 0 -> new Written("ال" + arabic + "ي", "El " + capital(latin) + "i");
            case 1 -> new Written("بن" + arabic, "Ben" + latin);
            case 2 -> new Written("أو" + arabic, "Ou" + latin);
            default -> new Written(arabic.toString(), capital(latin));
        };
    }

    private static String capital(StringBuilder word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
