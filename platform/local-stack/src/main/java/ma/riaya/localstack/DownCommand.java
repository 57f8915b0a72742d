package ma.riaya.localstack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything, what an interrupted run left behind as well; the data stay.")
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        LocalStack stack = LocalStack.fromEnvironment(new ConsoleProgress(System.out, System::nanoTime));
        stack.stop();
        System.out.println("Riaya is down. Its data stay in " + stack.homeFolder() + ".");
        return 0;
    }
}
