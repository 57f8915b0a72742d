package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Who is worth a comparison with a name that someone asks for: bounded work, however many people there are. */
@Singleton
class Candidates {

    private static final int MOST_KEYS = 320;

    /** Where all parts are asked for at once each person found is weighed against each key. */
    private static final int MOST_TOGETHER = 40;

    /** So close, a name comes before others. */
    private static final double CLOSE = 0.88;

    /** So near, a word that joins two of those given is meant by both. */
    private static final double JOINED = 0.1;

    private static final int PARTS_TOGETHER = 3;
    private static final int LEAST_HALF = 3;

    private final NameIndex index;
    private final KnownWords words;
    private final CommonKeys common;

    Candidates(NameIndex index, KnownWords words, CommonKeys common) {
        this.index = index;
        this.words = words;
        this.common = common;
    }

    /** A part of what is asked, from one word to another, and the known words that may be meant. */
    private record Part(int from, int to, List<KnownWords.Near> near) {

        boolean isApartFrom(Part other) {
            return to <= other.from || other.to <= from;
        }
    }

    private record Key(int key, double closeness) {}

    /** Those who have two of the parts asked for; where one part is all there is, those who have it. */
    List<UUID> of(NameQuery asked, NameIndex.Place place) {
        List<Part> parts = parts(asked);
        List<List<Key>> lists = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                if (parts.get(i).isApartFrom(parts.get(j))) {
                    lists.add(two(parts.get(i), parts.get(j)));
                }
            }
        }
        long names = asked.words().stream().filter(Word::isName).count();
        if (names < 2 && lists.isEmpty()) {
            parts.forEach(part -> lists.add(one(part)));
        }
        return having(lists, place);
    }

    /** Those who have one of the parts, for a question of which nothing else is known. */
    List<UUID> ofOnePart(NameQuery asked, NameIndex.Place place) {
        return having(parts(asked).stream().map(Candidates::one).toList(), place);
    }

    /** Of whom no word is known to all: the shielded in the sight of whoever asks. */
    List<UUID> shielded(NameIndex.Place place) {
        return index.shieldedInSight(place);
    }

    /** Those of one year whose name has the same consonants. */
    List<UUID> ofYear(NameQuery asked, int year, NameIndex.Place place) {
        List<Word> names = asked.words().stream().filter(Word::isName).toList();
        return names.size() < 2 ? List.of() : index.born(NameKeys.born(names.getFirst(), names.getLast(), year), place);
    }

    /** First those who have all parts; then the closest keys of each two, before the others; what many have leads to nobody alone. */
    private List<UUID> having(List<List<Key>> lists, NameIndex.Place place) {
        List<List<Integer>> together = new ArrayList<>();
        List<List<Integer>> close = new ArrayList<>();
        List<List<Integer>> others = new ArrayList<>();
        int most = MOST_KEYS / Math.max(1, lists.size());
        for (List<Key> list : lists) {
            list.sort(Comparator.comparingDouble(Key::closeness).reversed());
            double least = list.isEmpty() ? 0 : Math.min(CLOSE, list.getFirst().closeness());
            List<Key> some = list.subList(0, Math.min(list.size(), most));
            together.add(keys(list.subList(0, Math.min(list.size(), MOST_TOGETHER)), key -> true));
            boolean alone = lists.size() == 1;
            close.add(keys(some, key -> key.closeness() >= least && (alone || !common.has(key.key()))));
            others.add(keys(some, key -> key.closeness() < least && (alone || !common.has(key.key()))));
        }
        close.addAll(others);
        close.removeIf(List::isEmpty);
        if (together.size() < PARTS_TOGETHER && close.isEmpty()) {
            return List.of();
        }
        List<UUID> found = index.having(together.size() < PARTS_TOGETHER ? List.of() : together, close, place).stream()
                .distinct()
                .toList();
        return found.subList(0, Math.min(found.size(), NameIndex.MOST_FOUND));
    }

    private static List<Integer> keys(List<Key> keys, Predicate<Key> wanted) {
        return keys.stream().filter(wanted).map(Key::key).distinct().toList();
    }

    private List<Part> parts(NameQuery asked) {
        List<Part> parts = new ArrayList<>();
        for (Unit unit : Unit.of(asked.words())) {
            if (unit.isJoined()) {
                List<KnownWords.Near> near = words.near(unit.heard(), asked.likeness()).stream()
                        .filter(one -> one.distance() < JOINED)
                        .toList();
                if (!near.isEmpty()) {
                    parts.add(new Part(unit.from() * 2, unit.to() * 2, near));
                }
            } else if (unit.isName()) {
                parts.addAll(single(unit, asked.likeness()));
            }
        }
        return parts;
    }

    /** A word, or the two known words that it was joined from. */
    private List<Part> single(Unit unit, Likeness likeness) {
        List<KnownWords.Near> near = words.near(unit.heard(), likeness);
        int at = unit.from() * 2;
        if (near.isEmpty()) {
            String text = unit.heard().text();
            for (int cut = text.length() - LEAST_HALF; cut >= LEAST_HALF; cut--) {
                if (words.has(text.substring(0, cut)) && words.has(text.substring(cut))) {
                    Word.Script script = unit.heard().script();
                    return List.of(
                            new Part(at, at + 1, words.near(Heard.of(text.substring(0, cut), script), likeness)),
                            new Part(at + 1, at + 2, words.near(Heard.of(text.substring(cut), script), likeness)));
                }
            }
        }
        return List.of(new Part(at, at + 2, near));
    }

    private static List<Key> one(Part part) {
        List<Key> keys = new ArrayList<>();
        for (KnownWords.Near near : part.near()) {
            keys.add(new Key(NameKeys.word(near.word().text()), 1 - near.distance()));
        }
        return keys;
    }

    private static List<Key> two(Part one, Part other) {
        List<Key> keys = new ArrayList<>();
        for (KnownWords.Near mine : one.near()) {
            for (KnownWords.Near theirs : other.near()) {
                if (mine.word().script() == theirs.word().script()) {
                    keys.add(new Key(
                            NameKeys.two(mine.word().text(), theirs.word().text()),
                            (1 - mine.distance()) * (1 - theirs.distance())));
                }
            }
        }
        return keys;
    }
}
