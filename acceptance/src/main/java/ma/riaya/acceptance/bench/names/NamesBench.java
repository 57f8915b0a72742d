package ma.riaya.acceptance.bench.names;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleBiFunction;
import ma.riaya.beneficiary.name.CompareNames;
import ma.riaya.beneficiary.name.NameMatch;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;
import ma.riaya.localstack.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures on labelled pairs how well names are matched, beside pg_trgm, Soundex and its kin, and Jaro-Winkler. */
@Command(
        name = "bench names",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Precision and recall of the matching of names, on labelled pairs, beside what others would do.")
public final class NamesBench implements Callable<Integer> {

    private static final double AIM = 0.97;

    @Option(
            names = "--pairs",
            description = "The folder of same.tsv and different.tsv; default: those of beneficiary-service.")
    private Path folder = Path.of(System.getenv().getOrDefault("RIAYA_CHECKOUT", "."))
            .resolve("beneficiary-service/src/test/resources/ma/riaya/beneficiary/name");

    @Option(
            names = "--errors",
            description = "Print what is wrong in the halves that are tuned on; what is for the report stays unseen.")
    private boolean errors;

    private final PrintStream out = System.out;

    private NamesBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NamesBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<LabelledPair> pairs = LabelledPair.read(folder);
        for (LabelledPair.Half half : LabelledPair.Half.values()) {
            out.printf(
                    "%-7s %d pairs of one person, %d of two%n",
                    half.name().toLowerCase(Locale.ROOT),
                    count(pairs, half, LabelledPair.Truth.SAME),
                    count(pairs, half, LabelledPair.Truth.DIFFERENT));
        }
        out.printf(
                "%nThe threshold of each has the best F1 on the half for tuning; that of ours is the product's own.%n");
        out.printf("ranking: how often a pair of one person of the reported half scores above one of two; 0.5 is"
                + " chance.%n%n");
        out.printf("%-18s %9s", "precision recall F1", "threshold");
        for (LabelledPair.Half half : LabelledPair.Half.values()) {
            out.printf("   %-20s", half.name().toLowerCase(Locale.ROOT));
        }
        out.printf("   ranking%n");
        CompareNames compare = new CompareNames();
        List<Double> ours =
                score(pairs, (one, other) -> compare.compare(one, other).score());
        Quality reported = line("ours", pairs, ours, NameMatch.SAME_PERSON);
        line("pg_trgm", pairs, trigrams(pairs), Double.NaN);
        for (Map.Entry<String, ToDoubleBiFunction<String, String>> rival :
                Rivals.all().entrySet()) {
            line(rival.getKey(), pairs, score(pairs, rival.getValue()), Double.NaN);
        }
        out.printf(
                Locale.ROOT,
                "%nours at its own best on the half for tuning: threshold %.3f%n%n",
                Quality.best(scored(pairs, ours, LabelledPair.Half.TUNE)).threshold());
        kinds(pairs, ours);
        if (errors) {
            errors(pairs, ours);
        }
        boolean reached = reported.precision() >= AIM && reported.recall() >= AIM;
        out.printf(
                Locale.ROOT,
                "%nrecall and precision of %.2f on the reported half: %s%n",
                AIM,
                reached ? "reached" : "not reached");
        return 0;
    }

    private static List<Double> score(List<LabelledPair> pairs, ToDoubleBiFunction<String, String> method) {
        return pairs.stream()
                .map(pair -> method.applyAsDouble(pair.one(), pair.other()))
                .toList();
    }

    private static List<Double> trigrams(List<LabelledPair> pairs) throws Exception {
        LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
        try (Connection database = DriverManager.getConnection(
                stack.jdbcUrl(Part.BENEFICIARY), "postgres", stack.secret(Part.POSTGRES, "superuser.password"))) {
            return Trigrams.similarities(database, pairs);
        }
    }

    private Quality line(String name, List<LabelledPair> pairs, List<Double> scores, double given) {
        List<Quality.Scored> tuned = scored(pairs, scores, LabelledPair.Half.TUNE);
        double threshold = Double.isNaN(given) ? Quality.best(tuned).threshold() : given;
        out.printf(Locale.ROOT, "%-18s %9.3f", name, threshold);
        for (LabelledPair.Half half : LabelledPair.Half.values()) {
            Quality at = Quality.at(threshold, scored(pairs, scores, half));
            out.printf(Locale.ROOT, "   %.4f %.4f %.4f", at.precision(), at.recall(), at.f1());
        }
        List<Quality.Scored> reported = scored(pairs, scores, LabelledPair.Half.REPORT);
        out.printf(Locale.ROOT, "   %.3f%n", Quality.ranking(reported));
        return Quality.at(threshold, reported);
    }

    private static List<Quality.Scored> scored(List<LabelledPair> pairs, List<Double> scores, LabelledPair.Half half) {
        List<Quality.Scored> scored = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).half() == half) {
                scored.add(new Quality.Scored(scores.get(i), pairs.get(i).truth()));
            }
        }
        return scored;
    }

    /** How many of each kind are wrong: no pair of the half for reporting is shown. */
    private void kinds(List<LabelledPair> pairs, List<Double> scores) {
        int halves = LabelledPair.Half.values().length;
        Map<String, int[]> kinds = new TreeMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            LabelledPair pair = pairs.get(i);
            int[] counts = kinds.computeIfAbsent(
                    pair.truth().name().toLowerCase(Locale.ROOT) + ": " + pair.kind(), kind -> new int[2 * halves]);
            int at = 2 * pair.half().ordinal();
            counts[at]++;
            counts[at + 1] += isWrong(pair, scores.get(i)) ? 1 : 0;
        }
        out.printf("%-42s", "ours, wrong of all");
        for (LabelledPair.Half half : LabelledPair.Half.values()) {
            out.printf("  %12s", half.name().toLowerCase(Locale.ROOT));
        }
        out.println();
        kinds.forEach((kind, counts) -> {
            out.printf("%-42s", kind);
            for (int half = 0; half < halves; half++) {
                out.printf("  %4d of %4d", counts[2 * half + 1], counts[2 * half]);
            }
            out.println();
        });
    }

    private void errors(List<LabelledPair> pairs, List<Double> scores) {
        out.println();
        for (int i = 0; i < pairs.size(); i++) {
            LabelledPair pair = pairs.get(i);
            if (isTunedOn(pair.half()) && isWrong(pair, scores.get(i))) {
                out.printf(Locale.ROOT, "%-9s %.3f  %s | %s%n", pair.truth(), scores.get(i), pair.one(), pair.other());
            }
        }
    }

    private static boolean isTunedOn(LabelledPair.Half half) {
        return half == LabelledPair.Half.TUNE || half == LabelledPair.Half.FORMER;
    }

    private static boolean isWrong(LabelledPair pair, double score) {
        return score >= NameMatch.SAME_PERSON != (pair.truth() == LabelledPair.Truth.SAME);
    }

    private static long count(List<LabelledPair> pairs, LabelledPair.Half half, LabelledPair.Truth truth) {
        return pairs.stream()
                .filter(pair -> pair.half() == half && pair.truth() == truth)
                .count();
    }
}
