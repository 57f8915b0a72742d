package ma.riaya.acceptance.bench.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two names, and whether someone said that they are one person's. */
record LabelledPair(String one, String other, String kind, Truth truth, Half half) {

    enum Truth {
        SAME,
        DIFFERENT
    }

    /** What is looked at while the method is made, what was reported once and may be looked at since, what is reported, and a small check. */
    enum Half {
        TUNE,
        FORMER,
        REPORT,
        CHECK;

        /** As the header of the files says: by the first byte of SHA-256 of both names. */
        static Half of(String one, String other) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest((one + "\t" + other).getBytes(StandardCharsets.UTF_8));
                return (digest[0] & 1) == 0 ? TUNE : REPORT;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }

    /** Where a folder has fresh pairs, they alone are for the report. */
    static List<LabelledPair> read(Path folder) throws IOException {
        List<LabelledPair> pairs = new ArrayList<>();
        for (Truth truth : Truth.values()) {
            String name = truth.name().toLowerCase(Locale.ROOT) + ".tsv";
            Path fresh = folder.resolve("fresh-" + name);
            boolean isFollowed = Files.exists(fresh);
            for (LabelledPair pair : read(folder.resolve(name), truth)) {
                pairs.add(isFollowed && pair.half() == Half.REPORT ? pair.of(Half.FORMER) : pair);
            }
            pairs.addAll(all(fresh, truth, Half.REPORT));
            pairs.addAll(all(folder.resolve("check-" + name), truth, Half.CHECK));
            // These were looked at one by one, so all of them are for tuning.
            pairs.addAll(all(folder.resolve("tuned-" + name), truth, Half.TUNE));
        }
        return pairs;
    }

    private static List<LabelledPair> all(Path file, Truth truth, Half half) throws IOException {
        return Files.exists(file)
                ? read(file, truth).stream().map(pair -> pair.of(half)).toList()
                : List.of();
    }

    private LabelledPair of(Half wanted) {
        return new LabelledPair(one, other, kind, truth, wanted);
    }

    private static List<LabelledPair> read(Path file, Truth truth) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(fields -> new LabelledPair(fields[0], fields[1], fields[2], truth, Half.of(fields[0], fields[1])))
                .toList();
    }
}
