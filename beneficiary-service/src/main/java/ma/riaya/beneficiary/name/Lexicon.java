package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that many bear, each with its usual forms in both scripts.
 *
 * <p>It says two things that sounds do not: that Soraya and Touria are one name, and that Said and Saad are two.
 */
final class Lexicon {

    /** What a word that is not written as the name is has against it. */
    private static final double OTHERWISE = 0.04;

    /** Further away a word is no slip for a name. */
    private static final double NEAR = 0.3;

    private static final Lexicon USUAL = new Lexicon();

    /** So near to a form of a name, a word is that name. */
    static final double IS_NAME = 0.05;

    private final SoundIndex<Form> forms = new SoundIndex<>();
    private final List<Set<String>> texts = new ArrayList<>();

    private record Form(int name, Heard heard) {}

    private Lexicon() {
        for (String line : NameData.lines("names.txt")) {
            Set<String> all = new LinkedHashSet<>();
            for (String form : line.replace('|', ' ').strip().split(" +")) {
                Words.split(form.replace('_', ' ')).stream()
                        .reduce(Word::joinedTo)
                        .ifPresent(word -> {
                            Heard heard = Heard.of(word.text(), word.script());
                            forms.add(heard, new Form(texts.size(), heard));
                            all.add(word.text());
                        });
            }
            texts.add(all);
        }
    }

    static Lexicon usual() {
        return USUAL;
    }

    /** Every form of the names that a word is. */
    Set<String> formsOf(Heard word) {
        Set<String> all = new LinkedHashSet<>();
        near(word).forEach((name, distance) -> {
            if (distance < IS_NAME) {
                all.addAll(texts.get(name));
            }
        });
        return all;
    }

    /** The names that a word may be, by their forms in its own script, and how far it is from each: 0 where it is one. */
    Map<Integer, Double> near(Heard word) {
        return word.names();
    }

    Map<Integer, Double> nearest(Heard word) {
        Map<Integer, Double> near = new HashMap<>();
        Set<Form> worth = new LinkedHashSet<>();
        forms.same(word, worth);
        forms.oneOff(word, worth);
        for (Form form : worth) {
            if (form.heard().script() == word.script()) {
                double distance = form.heard().isWrittenAs(word) ? 0 : OTHERWISE + word.distance(form.heard());
                if (distance < NEAR) {
                    near.merge(form.name(), distance, Math::min);
                }
            }
        }
        return Map.copyOf(near);
    }
}
