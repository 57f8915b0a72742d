package ma.riaya.beneficiary.name;

/**
 * How a word sounds, vowels included, in one alphabet for both scripts; two sounds have a distance.
 *
 * <p>It ranks what shares a skeleton: Hassan and Houcine have the same consonants and are two names.
 */
record Sound(String letters) {

    private static final String VOWELS = "aeiu";
    private static final double VOWEL = 0.3;
    private static final double NEAR_VOWEL = 0.15;
    private static final double FAR_VOWEL = 0.35;
    private static final double WEAK = 0.4;
    private static final double CONSONANT = 1.0;

    static Sound of(String text, Word.Script script) {
        String heard = script == Word.Script.ARABIC ? arabic(text) : latin(text);
        StringBuilder once = new StringBuilder(heard.length());
        for (int i = 0; i < heard.length(); i++) {
            char letter = heard.charAt(i);
            if (once.isEmpty() || once.charAt(once.length() - 1) != letter) {
                once.append(letter);
            }
        }
        return new Sound(once.toString());
    }

    /** 1 where they sound the same, 0 where nothing is alike. */
    double similarity(Sound other) {
        double most = Math.max(weight(letters), weight(other.letters));
        return most == 0 ? 1 : Math.max(0, 1 - distance(other) / most);
    }

    private double distance(Sound other) {
        double[] row = new double[other.letters.length() + 1];
        for (int j = 1; j < row.length; j++) {
            row[j] = row[j - 1] + cost(other.letters.charAt(j - 1));
        }
        for (int i = 1; i <= letters.length(); i++) {
            double diagonal = row[0];
            row[0] += cost(letters.charAt(i - 1));
            for (int j = 1; j < row.length; j++) {
                double exchanged = diagonal + exchange(letters.charAt(i - 1), other.letters.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(
                        exchanged,
                        Math.min(row[j] + cost(letters.charAt(i - 1)), row[j - 1] + cost(other.letters.charAt(j - 1))));
            }
        }
        return row[row.length - 1];
    }

    private static double weight(String letters) {
        double weight = 0;
        for (int i = 0; i < letters.length(); i++) {
            weight += cost(letters.charAt(i));
        }
        return weight;
    }

    private static double cost(char letter) {
        if (isVowel(letter)) {
            return VOWEL;
        }
        return letter == 'h' || letter == '3' ? WEAK : CONSONANT;
    }

    private static double exchange(char one, char other) {
        if (one == other) {
            return 0;
        }
        if (isVowel(one) && isVowel(other)) {
            return one == 'u' || other == 'u' ? FAR_VOWEL : NEAR_VOWEL;
        }
        if ((one == '3' && isVowel(other)) || (other == '3' && isVowel(one))) {
            return NEAR_VOWEL;
        }
        return Math.max(cost(one), cost(other));
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static String latin(String text) {
        String heard = text.replace("sch", "C")
                .replace("ch", "C")
                .replace("sh", "C")
                .replace("kh", "x")
                .replace("gh", "G")
                .replace("rrh", "rh")
                .replace("ph", "f")
                .replace("dj", "j")
                .replace("dh", "d")
                .replace("ou", "u")
                .replace("oo", "u")
                .replace("ee", "i")
                .replace('w', 'u')
                .replace('o', 'u')
                .replace('y', 'i')
                .replace('q', 'k')
                .replace('p', 'b')
                .replace('v', 'f');
        StringBuilder letters = new StringBuilder(heard.length());
        for (int i = 0; i < heard.length(); i++) {
            char letter = heard.charAt(i);
            char next = i + 1 < heard.length() ? heard.charAt(i + 1) : ' ';
            letters.append(
                    switch (letter) {
                        case 'c' -> next == 'e' || next == 'i' ? 's' : 'k';
                        case 'g' -> 'k';
                        default -> letter;
                    });
        }
        if (letters.length() > 2 && "he".indexOf(letters.charAt(letters.length() - 1)) >= 0) {
            letters.setLength(letters.length() - 1);
        }
        return letters.toString();
    }

    private static String arabic(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            letters.append(
                    switch (letter) {
                        case 'ا' -> 'a';
                        case 'و' -> 'u';
                        case 'ي' -> 'i';
                        case 'ع' -> '3';
                        case 'ب', 'پ' -> 'b';
                        case 'ت', 'ط', 'ث' -> 't';
                        case 'ج' -> 'j';
                        case 'ح' -> 'h';
                        case 'خ' -> 'x';
                        case 'د', 'ض', 'ذ', 'ظ' -> 'd';
                        case 'ر' -> 'r';
                        case 'ز', 'ژ' -> 'z';
                        case 'س', 'ص' -> 's';
                        case 'ش', 'چ' -> 'C';
                        case 'غ' -> 'G';
                        case 'ف', 'ڤ' -> 'f';
                        case 'ق', 'ك', 'گ', 'ڭ', 'ݣ', 'ڨ' -> 'k';
                        case 'ل' -> 'l';
                        case 'م' -> 'm';
                        case 'ن' -> 'n';
                        case 'ه' -> i == text.length() - 1 ? 'a' : 'h';
                        default -> letter;
                    });
        }
        return letters.toString();
    }
}
