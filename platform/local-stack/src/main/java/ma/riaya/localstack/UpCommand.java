package ma.riaya.localstack;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts what does not run yet, loads the demonstration data the first time, prints the addresses.")
final class UpCommand implements Callable<Integer> {

    @Option(
            names = {"-f", "--follow"},
            description = "Stay attached: Ctrl-C then stops everything.")
    boolean follow;

    @Option(names = "--no-demonstration", description = "Do not load the demonstration data.")
    boolean withoutDemonstration;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Start these parts only, for instance postgres,keycloak.")
    List<String> only = List.of();

    @Override
    public Integer call() {
        var console = new ConsoleProgress(System.out, System::nanoTime);
        LocalStack stack = LocalStack.fromEnvironment(console);
        Interrupt interrupt = Interrupt.watched();
        List<Part> parts = parts();
        boolean already = isUp(stack, parts) && missingData(stack).isEmpty();
        if (!already) {
            start(stack, parts, console, interrupt);
        }
        System.out.println(already ? "Riaya is up already." : "\nRiaya is up.");
        new Welcome(stack, System.out).print(parts);
        stack.outdated()
                .forEach(part -> System.out.println("\nThe running " + part.title()
                        + " is older than the last build: ./riaya down, then ./riaya up, runs the new one."));
        if (follow) {
            new Following(stack, System.out).untilTheEnd(parts, interrupt);
        }
        interrupt.doesNothing();
        return 0;
    }

    private void start(LocalStack stack, List<Part> parts, ConsoleProgress console, Interrupt interrupt) {
        Optional<DemonstrationData> data = missingData(stack);
        interrupt.does(() -> {
            console.note("Interrupted: what was begun is stopped again.");
            stack.abandon();
        });
        boolean done = false;
        try {
            data.ifPresent(DemonstrationData::requireBuilt);
            System.out.println("Riaya starts in " + stack.homeFolder() + ".");
            stack.start(parts);
            data.ifPresent(missing -> missing.load(console));
            done = true;
        } finally {
            if (!done) {
                interrupt.leaveTheEndToIt();
                interrupt.doesNothing();
                console.breakLine();
            }
        }
    }

    private List<Part> parts() {
        return only.isEmpty()
                ? List.of(Part.values())
                : only.stream().map(Part::named).toList();
    }

    private Optional<DemonstrationData> missingData(LocalStack stack) {
        return Optional.of(new DemonstrationData(stack))
                .filter(data -> only.isEmpty() && !withoutDemonstration && !data.isLoaded());
    }

    private static boolean isUp(LocalStack stack, List<Part> parts) {
        return stack.isRunning()
                && stack.status().stream()
                        .filter(status -> parts.contains(status.part()))
                        .allMatch(PartStatus::isReady);
    }
}
