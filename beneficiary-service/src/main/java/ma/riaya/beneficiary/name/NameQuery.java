package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A name as someone gives it, to be compared with the names of the registry; for one search and one thread. */
public final class NameQuery {

    private static final int MOST_WORDS = 8;
    private static final double PARTICLE_WEIGHT = 0.25;
    private static final double SAME = 1.0;
    private static final double SKELETON = 0.74;
    private static final double SOUND = 0.23;
    private static final double ACROSS = 0.70;
    private static final double ONLY_LOOKS = 0.70;
    private static final double JOINED = 0.98;
    private static final double OF_THE_REST = 0.08;

    private final List<Word> words;

    /** Many persons share a part of their name, which is taken apart once. */
    private final Map<String, List<Unit>> takenApart = new HashMap<>();

    private NameQuery(List<Word> words) {
        this.words = words;
    }

    public static NameQuery of(String given) {
        List<Word> words = Word.split(given);
        return new NameQuery(words.subList(0, Math.min(words.size(), MOST_WORDS)));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** How close a name is: {@code score} from 0 to 1, and why. */
    public record Match(double score, Why why) {}

    /** What a name was found by, the strongest first. */
    public enum Why {
        SAME_NAME,
        OTHER_SPELLING,
        SIMILAR_NAME
    }

    List<String> asWritten() {
        return words.stream().map(Word::text).toList();
    }

    /** For each word, the tokens of a name that would answer it: its own skeletons, and those of it joined to its neighbours. */
    List<Set<String>> tokens() {
        List<Set<String>> tokens = new ArrayList<>();
        words.forEach(word -> tokens.add(new LinkedHashSet<>(Skeleton.of(word))));
        for (int first = 0; first < words.size(); first++) {
            int last = first;
            for (Set<String> joined : Skeleton.joined(words, first)) {
                last++;
                for (int i = first; i <= last; i++) {
                    tokens.get(i).addAll(joined);
                }
            }
        }
        return tokens;
    }

    public Match match(PersonName name) {
        List<Unit> units = new ArrayList<>();
        Stream.of(name.givenAr(), name.familyAr(), name.givenLatin(), name.familyLatin())
                .forEach(part ->
                        units.addAll(takenApart.computeIfAbsent(part, written -> Unit.of(Word.split(written)))));
        List<Unit> asked = Unit.of(words);
        double[] best = new double[words.size()];
        Set<Word> met = new LinkedHashSet<>();
        for (Unit unit : asked) {
            double found = 0;
            List<Word> by = List.of();
            for (Unit other : units) {
                double alike = alike(unit, other);
                if (alike > found) {
                    found = alike;
                    by = other.of();
                }
            }
            for (int i = unit.first(); i <= unit.last(); i++) {
                best[i] = Math.max(best[i], found);
            }
            if (found >= SKELETON) {
                met.addAll(by);
            }
        }
        double score = weighted(best) * (1 - OF_THE_REST + OF_THE_REST * shareMet(name, met));
        return new Match(Math.round(score * 1000) / 1000.0, why(best));
    }

    private double weighted(double[] best) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < best.length; i++) {
            double weight = words.get(i).isParticle() ? PARTICLE_WEIGHT : 1;
            sum += weight * best[i];
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static Why why(double[] best) {
        double least = SAME;
        for (double one : best) {
            least = Math.min(least, one);
        }
        if (least >= JOINED) {
            return Why.SAME_NAME;
        }
        return least >= SKELETON - 0.05 ? Why.OTHER_SPELLING : Why.SIMILAR_NAME;
    }

    /** Of the words of the name, in the script asked, how many were asked for. */
    private double shareMet(PersonName name, Set<Word> met) {
        boolean arabic = words.getFirst().script() == Word.Script.ARABIC;
        List<Word> all = new ArrayList<>(Word.split(arabic ? name.givenAr() : name.givenLatin()));
        all.addAll(Word.split(arabic ? name.familyAr() : name.familyLatin()));
        List<Word> telling = all.stream().filter(word -> !word.isParticle()).toList();
        return telling.isEmpty()
                ? 1
                : (double) telling.stream().filter(met::contains).count() / telling.size();
    }

    private static double alike(Unit one, Unit other) {
        boolean sameScript = one.whole().script() == other.whole().script();
        boolean joined = one.of().size() != other.of().size();
        if (sameScript && one.whole().text().equals(other.whole().text())) {
            return joined ? JOINED : SAME;
        }
        boolean sameSkeleton = one.skeletons().stream().anyMatch(other.skeletons()::contains);
        double sound = one.sounds().stream()
                .mapToDouble(mine -> other.sounds().stream()
                        .mapToDouble(mine::similarity)
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        if (sameSkeleton) {
            return (sameScript ? SKELETON : ACROSS) + SOUND * sound;
        }
        return sameScript && sound > 0.5 && !joined ? ONLY_LOOKS * sound : 0;
    }

    /** One word, or neighbours written as one. */
    private record Unit(int first, int last, List<Word> of, Word whole, Set<String> skeletons, List<Sound> sounds) {

        static List<Unit> of(List<Word> words) {
            List<Unit> units = new ArrayList<>();
            for (int first = 0; first < words.size(); first++) {
                Word whole = words.get(first);
                units.add(new Unit(first, first, List.of(whole), whole, Skeleton.of(whole), sounds(whole)));
                int last = first;
                for (Set<String> joined : Skeleton.joined(words, first)) {
                    last++;
                    whole = whole.joinedTo(words.get(last));
                    units.add(new Unit(
                            first, last, List.copyOf(words.subList(first, last + 1)), whole, joined, sounds(whole)));
                }
            }
            return units;
        }

        private static List<Sound> sounds(Word word) {
            Sound full = Sound.of(word.text(), word.script());
            String bare = word.withoutArticle();
            return bare.equals(word.text()) ? List.of(full) : List.of(full, Sound.of(bare, word.script()));
        }
    }
}
