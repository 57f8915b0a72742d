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

    /** The one is looked at while the method is made, the other tells what became of it. */
    enum Half {
        TUNE,
        REPORT;

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

    static List<LabelledPair> read(Path folder) throws IOException {
        List<LabelledPair> pairs = new ArrayList<>();
        for (Truth truth : Truth.values()) {
            String name = truth.name().toLowerCase(Locale.ROOT) + ".tsv";
            pairs.addAll(read(folder.resolve(name), truth));
            // These were looked at one by one, so all of them are for tuning.
            Path tuned = folder.resolve("tuned-" + name);
            if (Files.exists(tuned)) {
                read(tuned, truth).forEach(pair -> pairs.add(pair.tuned()));
            }
        }
        return pairs;
    }

    private LabelledPair tuned() {
        return new LabelledPair(one, other, kind, truth, Half.TUNE);
    }

    private static List<LabelledPair> read(Path file, Truth truth) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(fields -> new LabelledPair(fields[0], fields[1], fields[2], truth, Half.of(fields[0], fields[1])))
                .toList();
    }
}
