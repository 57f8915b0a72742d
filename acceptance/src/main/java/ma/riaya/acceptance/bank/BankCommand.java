package ma.riaya.acceptance.bank;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bank simulator on the command line: reads what is new, answers, and says what it did. */
@Command(
        name = "bank-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads pain.001 files, credits their lines in its own ledger and lays its answers in a folder.")
final class BankCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--outbox", required = true, description = "The payer's outbox; nothing in it is changed.")
    private Path outbox = Path.of("outbox");

    @Option(names = "--inbox", required = true, description = "Where the answers are laid.")
    private Path inbox = Path.of("inbox");

    @Option(names = "--ledger", required = true, description = "The bank's own book, a file only added to.")
    private Path ledger = Path.of("ledger.txt");

    @Option(names = "--seed", description = "Decides which accounts are closed; default ${DEFAULT-VALUE}.")
    private long seed = BankSimulator.USUAL_SEED;

    @Option(names = "--refused", description = "Refused lines in a thousand; default ${DEFAULT-VALUE}.")
    private int refused = Rates.USUAL.refusedPerThousand();

    @Option(names = "--returned", description = "Returned lines in a thousand; default ${DEFAULT-VALUE}.")
    private int returned = Rates.USUAL.returnedPerThousand();

    @Option(names = "--mischief", description = "Any of ${COMPLETION-CANDIDATES}; may be given more than once.")
    private List<Mischief> mischief = List.of();

    @Option(names = "--returns", description = "Also send back the credits that do not stay.")
    private boolean returns;

    @Option(names = "--watch", description = "Look again every so many seconds until stopped; 0 looks once.")
    private int watch;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Set<Mischief> wanted = mischief.isEmpty() ? Set.of() : EnumSet.copyOf(mischief);
        try (BankSimulator bank = BankSimulator.open(
                new BankFolders(outbox, inbox, ledger),
                seed,
                new Rates(refused, returned),
                wanted,
                Clock.systemUTC())) {
            look(bank);
            while (watch > 0) {
                Thread.sleep(Duration.ofSeconds(watch));
                look(bank);
            }
            return bank.doubleCredits().isEmpty() ? 0 : 2;
        }
    }

    private void look(BankSimulator bank) throws IOException {
        List<String> fresh = bank.collect();
        if (returns) {
            bank.deliverReturns();
        }
        if (fresh.isEmpty() && watch > 0) {
            return;
        }
        PrintWriter screen = command.commandLine().getOut();
        BigDecimal sum = bank.credits().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        screen.printf(
                "new files %s; credited so far %,d lines, %,.2f MAD; refused %,d; returned %,d; credited twice %,d%n",
                fresh,
                bank.credits().size(),
                sum,
                bank.refusals().size(),
                bank.returns().size(),
                bank.doubleCredits().size());
        bank.anomalies().forEach(anomaly -> screen.println("anomaly: " + anomaly));
        screen.flush();
    }
}
