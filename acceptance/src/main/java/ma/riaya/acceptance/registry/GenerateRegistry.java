package ma.riaya.acceptance.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a registry of invented people and says who in it is entitled to what. */
@Command(
        name = "generate-registry",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a registry of invented people as CSV and counts who is entitled to the Aïd grant.")
public final class GenerateRegistry implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--people", description = "How many people; default ${DEFAULT-VALUE}.")
    private int people = RegistrySpec.demonstration().people();

    @Option(names = "--seed", description = "The same seed gives the same bytes; default ${DEFAULT-VALUE}.")
    private long seed = RegistrySpec.demonstration().seed();

    @Option(names = "--out", description = "The file to write; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("registry.csv");

    private GenerateRegistry() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GenerateRegistry()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Registry.write(RegistrySpec.scaled(people, seed), out);
        PrintWriter screen = command.commandLine().getOut();
        screen.printf("%s: %,d people, %,d bytes%n", out, people, Files.size(out));
        RegistryCount.Wave july = RegistryCount.of(out, RegistryCount.FIRST_WAVE);
        print(screen, july);
        print(screen, RegistryCount.of(out, RegistryCount.SECOND_WAVE).after(july));
        screen.flush();
        return 0;
    }

    private static void print(PrintWriter screen, RegistryCount.Wave wave) {
        screen.printf(
                "as of %s: %,d widows and %,d retirees entitled and not served before%n",
                wave.asOf(), wave.widows().size(), wave.retirees().size());
        for (Map.Entry<RegistryCount.NearMiss, Set<String>> miss :
                wave.nearMisses().entrySet()) {
            screen.printf(
                    "  near misses, %s: %,d%n", miss.getKey(), miss.getValue().size());
        }
    }
}
