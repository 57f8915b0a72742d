package ma.riaya.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.bank.Rates;
import ma.riaya.acceptance.registry.RegistrySpec;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Narrator;
import ma.riaya.acceptance.story.Product;
import ma.riaya.acceptance.story.SignIn;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;
import ma.riaya.localstack.Progress;

/** PostgreSQL, Keycloak and the services as {@code ./riaya up} runs them, in a home of their own, with the demonstration's 60,000 people. */
final class RunningProduct implements AutoCloseable {

    /** Below the ports that the system gives to outgoing connections, and beside the stacks that people run by hand. */
    private static final int ABOVE = 10_000;

    private final LocalStack stack;
    private final Product product;
    private final Api api;
    private final Narrator narrator = new Narrator(System.out);

    private RunningProduct(LocalStack stack) {
        this.stack = stack;
        this.product = new Product(stack.portOffset(), stack.homeFolder());
        this.api = new Api(product, SignIn.at(product));
    }

    /** Starts it on empty data; where a part does not come up, the fault carries the last lines of its log. */
    static RunningProduct start() {
        Path home = Path.of("target", "whole-product");
        LocalStack stack = LocalStack.in(Path.of(""), home, LocalStack.freeOffset(ABOVE), new Printed());
        // What an interrupted run has left.
        stack.stop();
        stack.reset();
        RunningProduct running = new RunningProduct(stack);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-the-product"));
        try {
            stack.start();
            LoadDemonstration.load(running.api, running.narrator, RegistrySpec.demonstration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running;
    }

    LocalStack stack() {
        return stack;
    }

    Product product() {
        return product;
    }

    Api api() {
        return api;
    }

    Narrator narrator() {
        return narrator;
    }

    /** The demonstration's bank, whose ledger knows every file that was ever laid in the outbox. */
    BankSimulator bank() throws IOException {
        return BankSimulator.open(product.bank(), BankSimulator.USUAL_SEED, Rates.USUAL, Set.of(), Clock.systemUTC());
    }

    /** PostgreSQL's superuser in the database of a service: for looking behind the product, and for standing in its way. */
    Connection superuser(Part service) throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(service), "postgres", stack.secret(Part.POSTGRES, "superuser.password"));
    }

    @Override
    public void close() {
        stack.stop();
    }

    private static final class Printed implements Progress {

        private long since;

        @Override
        public void begin(String what) {
            since = System.nanoTime();
            System.out.print("  " + what + " … ");
        }

        @Override
        public void end(String outcome) {
            System.out.printf("%s  %.1f s%n", outcome, (System.nanoTime() - since) / 1e9);
        }

        @Override
        public void note(String sentence) {
            System.out.println("  " + sentence);
        }
    }
}
