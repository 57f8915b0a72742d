package ma.riaya.localstack;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the last lines of one log, or of all.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A part, or another log such as build.")
    @Nullable
    String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on.")
    boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines of each log; ${DEFAULT-VALUE} where not said.",
            defaultValue = "40")
    int lines;

    @Override
    public Integer call() {
        LogFiles logs = LocalStack.fromEnvironment(Progress.silent()).logs();
        List<String> names = name == null ? logs.names() : List.of(known(logs, name));
        if (names.isEmpty()) {
            System.out.println("There are no logs yet: nothing has been started here.");
        }
        for (String each : names) {
            if (names.size() > 1) {
                System.out.println("==> " + logs.of(each) + " <==");
            }
            logs.tail(each, lines).forEach(System.out::println);
        }
        if (follow) {
            new LogFollower(logs, names, System.out).follow();
        }
        return 0;
    }

    private static String known(LogFiles logs, String name) {
        if (logs.names().contains(name)) {
            return name;
        }
        for (Part part : Part.values()) {
            if (part.name().equalsIgnoreCase(name)) {
                return part.id();
            }
        }
        throw new StackFault(
                "There is no log \"" + name + "\" here: there are " + String.join(", ", logs.names()) + ".");
    }
}
