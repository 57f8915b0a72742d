package ma.riaya.beneficiary.name;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out lately, of a bounded number of keys: what nobody asked for since half of them came is forgotten.
 *
 * <p>To forget all at once would work everything out again at once, at the cost of whoever asks then.
 */
final class Remembered<K, V> {

    private final int half;
    private volatile Map<K, V> lately = new ConcurrentHashMap<>();
    private volatile Map<K, V> before = Map.of();

    Remembered(int most) {
        half = most / 2;
    }

    V get(K key, Function<K, V> work) {
        V known = lately.get(key);
        if (known != null) {
            return known;
        }
        V old = before.get(key);
        V value = old == null ? work.apply(key) : old;
        if (lately.size() >= half) {
            turn();
        }
        lately.put(key, value);
        return value;
    }

    void forget() {
        before = Map.of();
        lately = new ConcurrentHashMap<>();
    }

    private synchronized void turn() {
        if (lately.size() >= half) {
            before = lately;
            lately = new ConcurrentHashMap<>();
        }
    }
}
