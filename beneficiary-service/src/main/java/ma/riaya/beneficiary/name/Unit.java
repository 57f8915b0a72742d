package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.List;

/** One word of a name, or neighbours taken as one: {@code Abou Bakr} beside {@code Boubker}. */
record Unit(int from, int to, Heard heard, List<Heard> words, String written, boolean isName) {

    private static final int MOST_JOINED = 3;

    static List<Unit> of(List<Word> words) {
        List<Unit> units = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            Word whole = words.get(from);
            List<Heard> parts = new ArrayList<>(List.of(heard(whole)));
            units.add(new Unit(from, from + 1, parts.getFirst(), List.copyOf(parts), whole.written(), whole.isName()));
            int last = Math.min(words.size(), from + MOST_JOINED);
            for (int to = from + 1; to < last && words.get(to).script() == whole.script(); to++) {
                whole = whole.joinedTo(words.get(to));
                parts.add(heard(words.get(to)));
                units.add(new Unit(from, to + 1, heard(whole), List.copyOf(parts), whole.written(), true));
            }
        }
        return units;
    }

    private static Heard heard(Word word) {
        return Heard.of(word.text(), word.script());
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
