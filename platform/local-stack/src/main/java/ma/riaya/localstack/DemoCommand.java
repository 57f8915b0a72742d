package ma.riaya.localstack;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Tells both stories on the running stack, with figures.")
final class DemoCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "Passed on to the stories: --story 1, --story 2, --run NAME.")
    List<String> arguments = List.of();

    @Override
    public Integer call() {
        LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
        stack.status().stream().filter(status -> !status.isReady()).findFirst().ifPresent(status -> {
            throw new StackFault(status.part().title() + " is not ready ("
                    + status.state().text() + "), and the stories need the whole stack: run ./riaya up first.");
        });
        return new DemonstrationData(stack).tell(arguments);
    }
}
