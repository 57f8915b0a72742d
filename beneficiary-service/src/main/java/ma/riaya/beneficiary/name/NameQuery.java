package ma.riaya.beneficiary.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name as someone gives it, to be compared with the names of the registry; for one search and one thread. */
public final class NameQuery {

    private static final int MOST_WORDS = 7;

    private static final double CLOSER = 0.03;

    private final List<Word> words;
    private final Likeness likeness = new Likeness();
    private final Map<Written, NameMatch> matched = new HashMap<>();

    /** A name in one script. */
    private record Written(String given, String family) {

        /** A name is never logged. */
        @Override
        public String toString() {
            return "name";
        }
    }

    private NameQuery(List<Word> words) {
        this.words = words;
    }

    public static NameQuery of(String given) {
        List<Word> words = Words.split(given);
        return new NameQuery(List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS))));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    Likeness likeness() {
        return likeness;
    }

    List<Word> words() {
        return words;
    }

    /** How close a name is: in the script asked in, unless it is closer in the other. */
    public NameMatch match(PersonName name) {
        NameMatch latin = match(name.givenLatin(), name.familyLatin());
        NameMatch arabic = match(name.givenAr(), name.familyAr());
        boolean inArabic = !words.isEmpty() && words.getFirst().script() == Word.Script.ARABIC;
        NameMatch own = inArabic ? arabic : latin;
        NameMatch other = inArabic ? latin : arabic;
        return other.score() > own.score() + CLOSER ? other : own;
    }

    /** Many bear one name, and it is compared once. */
    private NameMatch match(String given, String family) {
        return matched.computeIfAbsent(new Written(given, family), name -> compare(name.given(), name.family()));
    }

    private NameMatch compare(String given, String family) {
        List<Word> all = Words.split(given, family);
        List<Word> found = all.subList(0, Math.min(all.size(), MOST_WORDS));
        return NameMatch.of(Comparison.of(words, found, Lacking.OF_A_QUESTION, likeness), words, found);
    }
}
