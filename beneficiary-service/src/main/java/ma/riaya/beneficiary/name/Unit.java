package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.List;

/** One word of a name, or neighbours taken as one: {@code Abou Bakr} beside {@code Boubker}. */
record Unit(int from, int to, Word whole, List<Heard> words, boolean isName) {

    private static final int MOST_JOINED = 3;

    static List<Unit> of(List<Word> words) {
        List<Unit> units = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            Word whole = words.get(from);
            List<Heard> parts = new ArrayList<>(List.of(heard(whole)));
            units.add(new Unit(from, from + 1, whole, List.copyOf(parts), whole.isName()));
            int last = Math.min(words.size(), from + MOST_JOINED);
            for (int to = from + 1; to < last && words.get(to).script() == whole.script(); to++) {
                whole = whole.joinedTo(words.get(to));
                parts.add(heard(words.get(to)));
                units.add(new Unit(from, to + 1, whole, List.copyOf(parts), true));
            }
        }
        return units;
    }

    private static Heard heard(Word word) {
        return Heard.of(word.text(), word.script());
    }

    /** Words that are joined are taken apart only where somebody asks: few names have them. */
    Heard heard() {
        return isJoined() ? heard(whole) : words.getFirst();
    }

    String written() {
        return whole.written();
    }

    /** Whether one is so much longer that they are no name in common. */
    boolean isOfAnotherLength(Unit other) {
        return Heard.areOfOtherLengths(whole.text(), other.whole.text());
    }

    int mask() {
        return (1 << to) - (1 << from);
    }

    boolean isWithin(int mask) {
        return (mask() & mask) == mask();
    }

    boolean isJoined() {
        return to - from > 1;
    }

    /** A name is never logged. */
    @Override
    public String toString() {
        return "unit";
    }
}
