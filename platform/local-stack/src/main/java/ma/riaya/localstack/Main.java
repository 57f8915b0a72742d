package ma.riaya.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What `./riaya` runs once it has found a JDK and built what was not built. */
@Command(
        name = "riaya",
        description = "Runs the whole product on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            DemoCommand.class,
            TokenCommand.class
        })
final class Main implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine(System.err).execute(arguments));
    }

    static CommandLine commandLine(PrintStream err) {
        var commandLine = new CommandLine(new Main());
        // Its options are those of the stories, which this module does not know.
        Objects.requireNonNull(commandLine.getSubcommands().get("demo")).setUnmatchedOptionsArePositionalParams(true);
        return commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            err.println("riaya: " + sentence(failure).orElse("something unforeseen happened:"));
            if (sentence(failure).isEmpty()) {
                failure.printStackTrace(err);
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(System.out);
        }
    }

    /** What a person can act on; the unforeseen keeps its trace. */
    static Optional<String> sentence(Throwable failure) {
        if (failure instanceof StackFault fault) {
            return Optional.ofNullable(fault.getMessage());
        }
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof AccessDeniedException denied) {
                return Optional.of("Not allowed to write " + denied.getFile()
                        + ": make it yours, or name another home with " + Home.VARIABLE + ".");
            }
            if (each instanceof IOException io
                    && io.getMessage() != null
                    && io.getMessage().contains("No space left on device")) {
                return Optional.of("The disk is full (" + io.getMessage()
                        + "): free some space, then run the same command again.");
            }
        }
        return Optional.empty();
    }
}
