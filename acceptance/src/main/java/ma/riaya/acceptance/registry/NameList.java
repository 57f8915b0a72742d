package ma.riaya.acceptance.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** A list of names with their weights, each with its forms in both scripts. */
final class NameList {

    /** One name: {@code tag} is its era or its region, and the first form in each script is the usual one. */
    record Entry(int weight, char tag, List<String> arabic, List<String> latin) {}

    private final List<Entry> entries;
    private final Map<String, int[]> cumulated = new HashMap<>();

    private NameList(List<Entry> entries) {
        this.entries = entries;
    }

    static NameList read(String resource) {
        try (InputStream stream =
                Objects.requireNonNull(NameList.class.getResourceAsStream(resource), "resource " + resource)) {
            return new NameList(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(NameList::entry)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] fields = line.split("\\|", -1);
        return new Entry(
                Integer.parseInt(fields[0]),
                fields[1].charAt(0),
                Arrays.asList(fields[2].split("/", -1)),
                Arrays.asList(fields[3].split("/", -1)));
    }

    /** Draws a name; {@code preference} says how much more often than usual a tag is drawn, under a name for it. */
    Entry draw(Chance chance, String preferenceName, ToIntFunction<Entry> preference) {
        int[] sums = cumulated.computeIfAbsent(preferenceName, name -> sums(preference));
        int drawn = chance.below(sums[sums.length - 1]);
        int found = Arrays.binarySearch(sums, drawn + 1);
        return entries.get(found >= 0 ? firstOf(sums, found) : -found - 1);
    }

    /** Where names of weight 0 repeat a sum, the first that reaches it is the one that was drawn. */
    private static int firstOf(int[] sums, int found) {
        int index = found;
        while (index > 0 && sums[index - 1] == sums[found]) {
            index--;
        }
        return index;
    }

    private int[] sums(ToIntFunction<Entry> preference) {
        int[] sums = new int[entries.size()];
        int total = 0;
        for (int i = 0; i < sums.length; i++) {
            total += entries.get(i).weight() * preference.applyAsInt(entries.get(i));
            sums[i] = total;
        }
        return sums;
    }

    int size() {
        return entries.size();
    }
}
