package ma.riaya.localstack;

import java.io.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Stops everything and deletes the data of this home.")
final class ResetCommand implements Callable<Integer> {

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean sure;

    @Override
    public Integer call() {
        LocalStack stack = LocalStack.fromEnvironment(new ConsoleProgress(System.out, System::nanoTime));
        if (!sure && !agreed(stack)) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        stack.stop();
        var deleted = stack.reset();
        System.out.println(
                deleted.isEmpty()
                        ? "There were no data in " + stack.homeFolder() + "."
                        : "Deleted the data in " + stack.homeFolder() + ". ./riaya up begins anew.");
        return 0;
    }

    private static boolean agreed(LocalStack stack) {
        @Nullable Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new StackFault(
                    "reset deletes all data in " + stack.homeFolder() + ": say ./riaya reset --yes to mean it.");
        }
        String answer = console.readLine(
                "%sThis deletes all data in %s: people, files, payments, users. Type yes: ",
                stack.isRunning() ? "Riaya is running and will be stopped. " : "", stack.homeFolder());
        return "yes".equals(answer);
    }
}
