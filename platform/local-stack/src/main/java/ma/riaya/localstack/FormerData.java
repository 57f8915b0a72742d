package ma.riaya.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a service that cannot go on with the data of an earlier build from one that does not start for another reason. */
final class FormerData {

    /** What the log of a service names, whatever it is of its migrations that does not fit. */
    private static final String DOES_NOT_FIT = "FlywayValidateException";

    private static final int LINES = 2_000;

    private final Home home;
    private final Home usual;
    private final LogFiles logs;

    FormerData(Home home, Home usual, LogFiles logs) {
        this.home = home;
        this.usual = usual;
        this.logs = logs;
    }

    /** The same fault, or what to do about the data where they are the reason. */
    StackFault explained(Part part, StackFault fault) {
        return logs.tail(part.id(), LINES).stream().anyMatch(line -> line.contains(DOES_NOT_FIT))
                ? new StackFault(sentence(part), fault)
                : fault;
    }

    private String sentence(Part part) {
        String reset = (home.equals(usual) ? "" : Home.VARIABLE + "=" + quoted(home.root()) + " ") + "./riaya reset";
        return "The data in " + home.root() + " were made by another state of the product, and " + part.title()
                + " of this one cannot go on with them.\n" + "  To begin anew: " + reset
                + ", which deletes them, then the same command again.\n"
                + "  To keep them: leave that folder as it is, and name another with " + variable() + ".\n"
                + "  What does not fit is in " + logs.of(part.id()) + ".";
    }

    private String variable() {
        return Files.exists(home.ofTheBench()) ? "RIAYA_BENCH_HOME" : Home.VARIABLE;
    }

    private static String quoted(Path path) {
        String name = path.toString();
        return name.matches("[\\w./-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
