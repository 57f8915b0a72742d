package ma.riaya.beneficiary.name;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a name is found by, as {@code person_name} keeps it: a number for each word, and one for each two words of a script together.
 *
 * <p>The numbers come from the letters alone, so nobody has to be asked for them; two words with one number cost a comparison, no error.
 */
final class NameKeys {

    /** Counts the ways to make keys: rows made in an older way are made anew. */
    static final int METHOD = 1;

    private static final int MOST_WORDS = 7;

    private NameKeys() {}

    static Set<Integer> of(PersonName name) {
        Set<Integer> keys = new LinkedHashSet<>();
        for (List<Word> words : scripts(name)) {
            for (int i = 0; i < words.size(); i++) {
                keys.add(word(words.get(i).text()));
                for (int j = i + 1; j < words.size(); j++) {
                    keys.add(two(words.get(i).text(), words.get(j).text()));
                }
            }
        }
        return keys;
    }

    /** The distinct words of a name, as {@code name_word} keeps them. */
    static Set<String> words(PersonName name) {
        Set<String> words = new LinkedHashSet<>();
        scripts(name).forEach(script -> script.forEach(word -> words.add(word.text())));
        return words;
    }

    /** Two who have it in common are of one year and have much the same consonants. */
    static int born(PersonName name, LocalDate birthDate) {
        List<Word> words = names(Words.split(name.givenAr(), name.familyAr()));
        return words.isEmpty() ? 0 : born(words.getFirst(), words.getLast(), birthDate.getYear());
    }

    /** The same in either order, and in either script as far as the consonants are. */
    static int born(Word one, Word other, int year) {
        String mine = skeleton(Heard.of(one.text(), one.script()));
        String theirs = skeleton(Heard.of(other.text(), other.script()));
        return mix(two(mine, theirs) * 31 + year);
    }

    private static String skeleton(Heard word) {
        return word.readings().stream()
                .filter(reading -> reading.prefix().isEmpty() && reading.cost() == 0)
                .map(reading -> SoundIndex.skeleton(reading.sounds()))
                .reduce("", (before, bare) -> bare);
    }

    static int word(String text) {
        return mix(text.hashCode());
    }

    /** The same in either order. */
    static int two(String one, String other) {
        boolean inOrder = one.compareTo(other) <= 0;
        return mix((inOrder ? one : other).hashCode() * 31 + mix((inOrder ? other : one).hashCode()));
    }

    private static List<List<Word>> scripts(PersonName name) {
        return List.of(
                names(Words.split(name.givenAr(), name.familyAr())),
                names(Words.split(name.givenLatin(), name.familyLatin())));
    }

    private static List<Word> names(List<Word> words) {
        return words.stream().filter(Word::isName).limit(MOST_WORDS).toList();
    }

    /** So that numbers of alike texts are not alike. */
    private static int mix(int number) {
        int mixed = number;
        mixed ^= mixed >>> 16;
        mixed *= 0x85ebca6b;
        mixed ^= mixed >>> 13;
        mixed *= 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
