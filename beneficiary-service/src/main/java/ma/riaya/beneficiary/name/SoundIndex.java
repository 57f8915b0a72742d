package ma.riaya.beneficiary.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words by their consonants, for a comparison with those that are worth one. */
final class SoundIndex<W> {

    private static final int LEAST_TO_LEAVE_OUT = 4;

    private final Map<String, List<W>> same = new HashMap<>();
    private final Map<String, List<W>> oneOff = new HashMap<>();

    void add(Heard word, W value) {
        for (String key : skeletons(word)) {
            same.computeIfAbsent(key, none -> new ArrayList<>(2)).add(value);
        }
        for (String key : oneLeftOut(word)) {
            oneOff.computeIfAbsent(key, none -> new ArrayList<>(2)).add(value);
        }
    }

    void remove(Heard word, W value) {
        skeletons(word).forEach(key -> without(same, key, value));
        oneLeftOut(word).forEach(key -> without(oneOff, key, value));
    }

    private void without(Map<String, List<W>> lists, String key, W value) {
        lists.computeIfPresent(key, (any, list) -> {
            list.removeIf(value::equals);
            return list.isEmpty() ? null : list;
        });
    }

    /** Words of the same consonants. */
    void same(Heard word, Collection<W> into) {
        for (String key : skeletons(word)) {
            into.addAll(same.getOrDefault(key, List.of()));
        }
    }

    /** Words of which one consonant is another, is missing or is too many; of short words a wrong one alone. */
    void oneOff(Heard word, Collection<W> into) {
        for (String key : oneLeftOut(word)) {
            into.addAll(oneOff.getOrDefault(key, List.of()));
            into.addAll(same.getOrDefault(key, List.of()));
        }
        for (String key : skeletons(word)) {
            into.addAll(oneOff.getOrDefault(key, List.of()));
        }
    }

    private static Set<String> skeletons(Heard word) {
        Set<String> keys = new HashSet<>();
        for (Reading reading : word.readings()) {
            String skeleton = skeleton(reading.sounds());
            keys.add(reading.prefix() + ":" + skeleton);
            if (reading.tellsAlone()) {
                keys.add(":" + skeleton);
            }
        }
        return keys;
    }

    private static Set<String> oneLeftOut(Heard word) {
        Set<String> keys = new HashSet<>();
        for (String key : skeletons(word)) {
            int from = key.indexOf(':') + 1;
            int length = key.length() - from;
            for (int i = from; i < key.length(); i++) {
                if (length >= LEAST_TO_LEAVE_OUT) {
                    keys.add(key.substring(0, i) + key.substring(i + 1));
                } else if (length == LEAST_TO_LEAVE_OUT - 1) {
                    keys.add(key.substring(0, i) + "." + key.substring(i + 1));
                }
            }
        }
        return keys;
    }

    static int consonants(String sounds) {
        String skeleton = skeleton(sounds);
        int bits = 0;
        for (int i = 0; i < skeleton.length(); i++) {
            bits |= 1 << (skeleton.charAt(i) & 31);
        }
        return bits;
    }

    /** The consonants, those that spellings mix taken as one. */
    static String skeleton(String sounds) {
        StringBuilder skeleton = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sounds.charAt(i);
            char kind =
                    switch (sound) {
                        case 't', 'T', '8' -> 't';
                        case 'd', 'D', '6', 'Z' -> 'd';
                        case 's', 'S' -> 's';
                        case 'k', 'q', 'g', '9' -> 'k';
                        case 'G', '7' -> 'G';
                        case 'b', 'f', 'j', 'c', 'x', 'r', 'z', 'l', 'm', 'n' -> sound;
                        default -> ' ';
                    };
            if (kind != ' ' && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != kind)) {
                skeleton.append(kind);
            }
        }
        return skeleton.toString();
    }
}
