package ma.riaya.localstack;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Stays with a running stack until it ends, and ends it on Ctrl-C. */
final class Following {

    private final LocalStack stack;
    private final PrintStream out;

    Following(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void untilTheEnd(List<Part> parts, Interrupt interrupt) {
        out.println("\nCtrl-C stops everything.");
        interrupt.does(() -> {
            out.println();
            stack.stop();
        });
        List<Part> alive = new ArrayList<>(parts);
        while (!alive.isEmpty()) {
            Readiness.pause();
            for (Part part : List.copyOf(alive)) {
                if (!stack.isRunning(part)) {
                    alive.remove(part);
                    interrupt.leaveTheEndToIt();
                    out.println(part.title() + " has ended. Its log: " + stack.logFile(part));
                }
            }
        }
        out.println("Nothing runs any more.");
    }
}
