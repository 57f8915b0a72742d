package ma.riaya.acceptance.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import ma.riaya.localstack.Part;

/** What was measured, on the screen. */
final class Report {

    private static final double NANOS_A_MILLI = 1e6;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void say(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    /** One kind of act: the product's rate, bare PostgreSQL's, and how much of it the product reaches. */
    void compare(String name, Bench.Measured product, Pgbench.Rate bare) {
        say("%-12s product     %s%n", name, product.figures());
        say(
                "%-12s             processor time of one act: welfare-service %.2f ms, beneficiary-service %.2f ms, PostgreSQL %.2f ms%n",
                "",
                product.millisOf(Part.WELFARE),
                product.millisOf(Part.BENEFICIARY),
                product.millisOf(Part.POSTGRES));
        say("%-12s PostgreSQL                 %9.1f /s   mean %6.2f ms%n", "", bare.perSecond(), bare.meanMillis());
        say(
                "%-12s ratio       product / PostgreSQL = %.2f%n%n",
                "", product.figures().perSecond() / bare.perSecond());
    }

    /** Campaigns step by step, at the median; the first is left out, for everything in it happens for the first time. */
    void compare(List<CampaignRun.Result> product, List<Map<Step, Long>> bare) {
        CampaignRun.Result first = product.getFirst();
        say(
                "campaign     %,d transfers, %,d vouchers, %,d near misses; median of %d after a first one%n",
                first.transfers(), first.vouchers(), first.nearMisses(), product.size() - 1);
        say("%-12s %-26s %12s %14s %8s%n", "", "", "product ms", "PostgreSQL ms", "ratio");
        double ours = 0;
        double theirs = 0;
        for (Step step : Step.values()) {
            double one =
                    median(product.stream().skip(1).mapToLong(run -> run.nanos().getOrDefault(step, 0L)));
            double other = median(bare.stream().skip(1).mapToLong(run -> run.getOrDefault(step, 0L)));
            line(step.title(), one, other);
            ours += one;
            theirs += other;
        }
        line("end to end", ours, theirs);
        line("the first one", total(first.nanos()), total(bare.getFirst()));
    }

    private void line(String title, double product, double bare) {
        say("%-12s %-26s %12.1f %14.1f %8.2f%n", "", title, product, bare, bare / product);
    }

    private static double total(Map<Step, Long> nanos) {
        return nanos.values().stream().mapToLong(Long::longValue).sum() / NANOS_A_MILLI;
    }

    private static double median(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        int middle = sorted.length / 2;
        return (sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0) / NANOS_A_MILLI;
    }
}
