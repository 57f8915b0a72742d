package ma.riaya.acceptance.bench.names;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.codec.EncoderException;
import org.apache.commons.codec.StringEncoder;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Metaphone;
import org.apache.commons.codec.language.RefinedSoundex;
import org.apache.commons.codec.language.Soundex;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What others compare names by: on a transliteration by ICU, since none of them knows two scripts. */
final class Rivals {

    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower");

    private Rivals() {}

    /** A name in small ASCII letters and blanks. */
    static String latin(String name) {
        return TO_LATIN.transliterate(name).replaceAll("[^a-z ]+", " ").strip().replaceAll(" +", " ");
    }

    static Map<String, ToDoubleBiFunction<String, String>> all() {
        JaroWinklerSimilarity jaroWinkler = new JaroWinklerSimilarity();
        DaitchMokotoffSoundex daitchMokotoff = new DaitchMokotoffSoundex();
        Map<String, ToDoubleBiFunction<String, String>> all = new LinkedHashMap<>();
        all.put("Soundex", keys(new Soundex()));
        all.put("refined Soundex", keys(new RefinedSoundex()));
        all.put("Metaphone", keys(new Metaphone()));
        all.put("Double Metaphone", keys(new DoubleMetaphone()));
        all.put("Daitch-Mokotoff", keys(daitchMokotoff::soundex));
        // In whatever order the words stand.
        all.put(
                "Jaro-Winkler",
                (one, other) -> Math.max(
                        jaroWinkler.apply(latin(one), latin(other)),
                        jaroWinkler.apply(sorted(latin(one)), sorted(latin(other)))));
        return all;
    }

    private static String sorted(String words) {
        String[] each = words.split(" ");
        Arrays.sort(each);
        return String.join(" ", each);
    }

    private interface Key {
        String of(String word);
    }

    private static ToDoubleBiFunction<String, String> keys(StringEncoder encoder) {
        return keys(word -> {
            try {
                return encoder.encode(word);
            } catch (EncoderException unreadable) {
                throw new IllegalStateException("every word of small letters has a key", unreadable);
            }
        });
    }

    /** The share of the words of both that have a key in common, each key once. */
    private static ToDoubleBiFunction<String, String> keys(Key key) {
        return (one, other) -> {
            List<String> mine = keys(one, key);
            List<String> theirs = new ArrayList<>(keys(other, key));
            int all = mine.size() + theirs.size();
            int met = 0;
            for (String each : mine) {
                met += theirs.remove(each) ? 1 : 0;
            }
            return all == 0 ? 0 : 2.0 * met / all;
        };
    }

    private static List<String> keys(String name, Key key) {
        return Arrays.stream(latin(name).split(" "))
                .filter(word -> !word.isEmpty())
                .map(key::of)
                .toList();
    }
}
