package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The invented registry and the stories, which live in the acceptance module and run as processes of their own. */
final class DemonstrationData {

    private static final String LOADER = "ma.riaya.acceptance.LoadDemonstration";
    private static final String STORIES = "ma.riaya.acceptance.Demo";
    private static final String LOG = "demonstration";

    private final LocalStack stack;

    DemonstrationData(LocalStack stack) {
        this.stack = stack;
    }

    boolean isLoaded() {
        return Files.exists(stack.home().demonstrationLoaded());
    }

    /** Asked before anything starts, so that a first start does not fail at its last step. */
    void requireBuilt() {
        if (stack.checkout().acceptanceClassPath().isEmpty()) {
            throw notBuilt("./riaya build makes it, ./riaya up --no-demonstration does without");
        }
    }

    /** Loads the registry through the services, as a registry manager would; once in the life of a home. */
    void load(Progress progress) {
        try {
            progress.step(
                    "Demonstration data",
                    "loaded",
                    () -> stack.launcher()
                            .errand(
                                    LOG,
                                    command(LOADER, List.of()),
                                    environment(),
                                    stack.checkout().root()));
            Files.writeString(stack.home().demonstrationLoaded(), "");
        } catch (StackFault fault) {
            throw new StackFault(
                    "The services run, but the demonstration data were not loaded; ./riaya up tries again.\n"
                            + fault.getMessage(),
                    fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the stories on this terminal and returns their status. */
    int tell(List<String> arguments) {
        var builder = new ProcessBuilder(command(STORIES, arguments))
                .directory(stack.checkout().root().toFile())
                .inheritIO();
        builder.environment().putAll(environment());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted during the stories.", e);
        }
    }

    private List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java().toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                stack.checkout().acceptanceClassPath().orElseThrow(() -> notBuilt("./riaya build makes it")),
                mainClass));
        command.addAll(arguments);
        return command;
    }

    private StackFault notBuilt(String wayOut) {
        return new StackFault("The acceptance module, which holds the demonstration, is not built ("
                + stack.checkout().root().resolve("acceptance").resolve("target") + "): " + wayOut + ".");
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put(Home.VARIABLE, stack.homeFolder().toString());
        environment.put(Ports.VARIABLE, Integer.toString(stack.portOffset()));
        environment.put("RIAYA_CHECKOUT", stack.checkout().root().toString());
        return environment;
    }
}
