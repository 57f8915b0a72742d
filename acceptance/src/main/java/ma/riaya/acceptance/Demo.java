package ma.riaya.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.bank.Rates;
import ma.riaya.acceptance.story.AidAdhaCampaign;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.GraveIllness;
import ma.riaya.acceptance.story.Narrator;
import ma.riaya.acceptance.story.Product;
import ma.riaya.acceptance.story.Run;
import ma.riaya.acceptance.story.SignIn;
import ma.riaya.acceptance.story.StoryFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the stories on the running product, with their figures. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tells the stories on the running product; told again, it changes nothing.")
public final class Demo implements Callable<Integer> {

    @Option(names = "--story", description = "1: the campaign; 2: the widow in Errachidia; default both.")
    private Set<Integer> stories = new TreeSet<>(Set.of(1, 2));

    @Option(
            names = "--run",
            description =
                    "Another name tells the stories anew, with the campaign of another budget year and another request; default ${DEFAULT-VALUE}.")
    private String run = Run.DEMONSTRATION.name();

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Product product = Product.fromEnvironment(System.getenv());
        Narrator narrator = new Narrator(System.out);
        if (!Files.exists(product.registry())) {
            System.err.println("There is no " + product.registry() + ": ./riaya up loads the demonstration first.");
            return 1;
        }
        Api api = new Api(product, SignIn.at(product));
        try (BankSimulator bank = BankSimulator.open(
                product.bank(), BankSimulator.USUAL_SEED, Rates.USUAL, Set.of(), Clock.systemUTC())) {
            if (stories.contains(1)) {
                new AidAdhaCampaign(api, new Run(run), narrator, bank, product.registry()).tell();
            }
            if (stories.contains(2)) {
                new GraveIllness(api, new Run(run), narrator, bank, Clock.systemUTC()).tell();
            }
            narrator.end();
            return 0;
        } catch (StoryFailed failed) {
            System.err.println();
            System.err.println("The story stops here: " + failed.getMessage() + ".");
            return 1;
        }
    }
}
