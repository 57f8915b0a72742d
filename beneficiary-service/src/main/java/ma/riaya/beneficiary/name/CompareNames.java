package ma.riaya.beneficiary.name;

import java.util.List;

/**
 * Compares whole names, as papers write them, for the question whether they are one person's.
 *
 * <p>It remembers the words that it has compared: one for a run over many names, and for one thread.
 */
public final class CompareNames {

    private static final int MOST_WORDS = 7;

    /** Of two scripts that disagree, the one in which the names differ counts more: Mohamed is written for محمد, and for محمود by mistake. */
    private static final double OF_THE_CLOSER = 0.5;

    /** So far apart in Arabic, no agreement in Latin letters makes them one. */
    private static final double HOPELESS = 0.4;

    private final Likeness likeness = new Likeness();

    public NameMatch compare(String one, String other) {
        return compare(bounded(Words.split(one)), bounded(Words.split(other)));
    }

    /** Both scripts have to agree; the parts are those of the script in which the names differ more. */
    public NameMatch compare(PersonName one, PersonName other) {
        List<Word> mine = words(one.givenAr(), one.familyAr());
        List<Word> theirs = words(other.givenAr(), other.familyAr());
        if (!Comparison.areNear(mine, theirs, likeness)) {
            return NameMatch.NONE;
        }
        NameMatch arabic = compare(mine, theirs);
        if (arabic.score() < HOPELESS) {
            return arabic;
        }
        NameMatch latin =
                compare(words(one.givenLatin(), one.familyLatin()), words(other.givenLatin(), other.familyLatin()));
        NameMatch farther = arabic.score() < latin.score() ? arabic : latin;
        double closer = Math.max(arabic.score(), latin.score());
        return new NameMatch(
                farther.score() + OF_THE_CLOSER * (closer - farther.score()), farther.swapped(), farther.parts());
    }

    private NameMatch compare(List<Word> one, List<Word> other) {
        return NameMatch.of(Comparison.of(one, other, Lacking.OF_A_PERSON, likeness), one, other);
    }

    private static List<Word> words(String given, String family) {
        return bounded(Words.split(given, family));
    }

    private static List<Word> bounded(List<Word> words) {
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }
}
