package ma.riaya.beneficiary.name;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words by their letters, one of which may be wrong, missing, too many or exchanged with its neighbour. */
final class SlipIndex {

    private static final int LEAST_LETTERS = 3;

    /** By a number of the letters that are left when one is left out; two texts with one number cost a comparison. */
    private final Map<Integer, Heard[]> byLettersLeft = new HashMap<>();

    void add(Heard word) {
        for (int key : keys(word.text())) {
            byLettersLeft.merge(key, new Heard[] {word}, SlipIndex::together);
        }
    }

    void remove(Heard word) {
        for (int key : keys(word.text())) {
            byLettersLeft.computeIfPresent(key, (any, some) -> without(some, word));
        }
    }

    private static Heard @Nullable [] without(Heard[] some, Heard word) {
        Heard[] rest = Arrays.stream(some).filter(one -> !one.equals(word)).toArray(Heard[]::new);
        return rest.length == 0 ? null : rest;
    }

    void near(Heard word, Collection<Heard> into) {
        for (int key : keys(word.text())) {
            Heard[] found = byLettersLeft.get(key);
            if (found != null) {
                into.addAll(Arrays.asList(found));
            }
        }
    }

    private static Heard[] together(Heard[] some, Heard[] more) {
        if (Arrays.asList(some).contains(more[0])) {
            return some;
        }
        Heard[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more[0];
        return all;
    }

    private static int[] keys(String text) {
        if (text.length() < LEAST_LETTERS) {
            return new int[] {text.hashCode()};
        }
        int[] keys = new int[text.length() + 1];
        keys[0] = text.hashCode();
        for (int left = 0; left < text.length(); left++) {
            int hash = 0;
            for (int i = 0; i < text.length(); i++) {
                hash = i == left ? hash : 31 * hash + text.charAt(i);
            }
            keys[left + 1] = hash;
        }
        return keys;
    }
}
