package ma.riaya.acceptance.bench;

import java.util.Random;

/** How someone writes a name who heard it, in a hurry: one slip of the finger, a doubled letter less, a particle apart. */
final class Misspelling {

    private static final String VOWELS = "aeiou";
    private static final int LEAST_LETTERS = 4;

    private final Random chance;

    Misspelling(Random chance) {
        this.chance = chance;
    }

    /** The name with one slip in one of its longer words, the rest as it is. */
    String of(String name) {
        String[] words = name.split(" ");
        int at = chance.nextInt(words.length);
        for (int tries = 0; tries < words.length && words[at].length() < LEAST_LETTERS; tries++) {
            at = (at + 1) % words.length;
        }
        words[at] = slip(words[at]);
        return String.join(" ", words);
    }

    private String slip(String word) {
        if (word.length() < LEAST_LETTERS) {
            return word;
        }
        StringBuilder written = new StringBuilder(word);
        // The first letter is rarely wrong.
        int at = 1 + chance.nextInt(word.length() - 2);
        switch (chance.nextInt(5)) {
            case 0 -> {
                written.setCharAt(at, word.charAt(at + 1));
                written.setCharAt(at + 1, word.charAt(at));
            }
            case 1 -> written.deleteCharAt(at);
            case 2 -> written.insert(at, word.charAt(at));
            case 3 -> written.setCharAt(at, other(word.charAt(at)));
            default -> written.insert(at, VOWELS.charAt(chance.nextInt(VOWELS.length())));
        }
        return written.toString();
    }

    /** A vowel for a vowel, a letter beside it for a consonant. */
    private char other(char letter) {
        if (VOWELS.indexOf(letter) >= 0) {
            return VOWELS.charAt(chance.nextInt(VOWELS.length()));
        }
        String beside = "azertyuiopqsdfghjklmwxcvbn";
        int at = beside.indexOf(letter);
        return at <= 0 ? letter : beside.charAt(at - 1);
    }
}
