package ma.riaya.localstack;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how each part does; the exit status is 0 only when all are ready.")
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        LocalStack stack = LocalStack.fromEnvironment(Progress.silent());
        List<PartStatus> all = stack.status();
        System.out.printf("%-24s %-16s %-8s %-28s %s%n", "PART", "STATE", "PROCESS", "ADDRESS", "LOG");
        for (PartStatus each : all) {
            System.out.printf(
                    "%-24s %-16s %-8s %-28s %s%n",
                    each.part().id(),
                    each.state().text(),
                    each.pid().map(String::valueOf).orElse("-"),
                    each.address(),
                    each.log());
        }
        return all.stream().allMatch(PartStatus::isReady) ? 0 : 1;
    }
}
