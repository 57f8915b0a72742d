package ma.riaya.localstack;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line a step, with its seconds. */
final class ConsoleProgress implements Progress {

    private static final int WIDTH = 52;

    private final PrintStream out;
    private final LongSupplier nanos;

    private boolean inStep;
    private long began;
    private int written;

    ConsoleProgress(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin(String what) {
        breakLine();
        String line = "  " + what + " ";
        out.print(line);
        out.flush();
        inStep = true;
        written = line.length();
        began = nanos.getAsLong();
    }

    @Override
    public synchronized void end(String outcome) {
        double seconds = (nanos.getAsLong() - began) / 1e9;
        String dots = ".".repeat(Math.max(3, WIDTH - written));
        out.println(dots + " " + outcome + String.format(Locale.ROOT, "  %.1f s", seconds));
        out.flush();
        inStep = false;
    }

    @Override
    public synchronized void note(String sentence) {
        breakLine();
        out.println("  " + sentence);
        out.flush();
    }

    /** A step that something interrupts leaves its line unfinished: what follows begins on a new one. */
    synchronized void breakLine() {
        if (inStep) {
            out.println();
            inStep = false;
        }
    }
}
