package ma.riaya.acceptance.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.riaya.acceptance.bank.LedgerEntry.Anomaly;
import ma.riaya.acceptance.bank.LedgerEntry.Answered;
import ma.riaya.acceptance.bank.LedgerEntry.Credited;
import ma.riaya.acceptance.bank.LedgerEntry.Received;
import ma.riaya.acceptance.bank.LedgerEntry.Refused;
import ma.riaya.acceptance.bank.LedgerEntry.Returned;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * A bank with a memory of its own.
 *
 * <p>It credits the lines of each payment file with a new name, so a payer who sent one payment in two files
 * would find it credited twice here: {@link #doubleCredits()} shows that.
 * Its answers lie in a folder until somebody carries them to the payer.
 */
public final class BankSimulator implements AutoCloseable {

    /** The seed of the demonstration's bank. */
    public static final long USUAL_SEED = 1956;

    private final BankFolders folders;
    private final Fate fate;
    private final Set<Mischief> mischief;
    private final InstantSource clock;
    private final Ledger ledger;

    private BankSimulator(BankFolders folders, Fate fate, Set<Mischief> mischief, InstantSource clock, Ledger ledger) {
        this.folders = folders;
        this.fate = fate;
        this.mischief = mischief;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Runs the bank from the command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BankCommand()).execute(arguments));
    }

    /** Opens the bank on its folders and finds its ledger as it was left. */
    public static BankSimulator open(
            BankFolders folders, long seed, Rates rates, Set<Mischief> mischief, InstantSource clock)
            throws IOException {
        Files.createDirectories(folders.inbox());
        return new BankSimulator(
                folders,
                new Fate(seed, rates),
                mischief.isEmpty() ? Set.of() : EnumSet.copyOf(mischief),
                clock,
                Ledger.open(folders.ledger()));
    }

    /**
     * Reads the payment files that are new in the outbox, credits their lines and lays the answers in the inbox.
     *
     * @return the names of the files that were new
     */
    public List<String> collect() throws IOException {
        List<String> fresh = new ArrayList<>();
        for (Path file : paymentFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            Optional<Received> known = received(name);
            if (known.isEmpty()) {
                take(name, bytes);
                fresh.add(name);
            } else if (!known.get().sha256().equals(Bytes.sha256(bytes))) {
                suspect(name, "came again under the same name with other bytes: " + Bytes.sha256(bytes));
            }
        }
        if (!mischief.contains(Mischief.ANSWER_LATE)) {
            deliver();
        }
        return fresh;
    }

    private List<Path> paymentFiles() throws IOException {
        if (!Files.isDirectory(folders.outbox())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folders.outbox())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private void take(String name, byte[] bytes) throws IOException {
        List<LedgerEntry> block = new ArrayList<>();
        Received received =
                new Received(name, Bytes.sha256(bytes), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        block.add(received);
        try {
            Outcome outcome = outcome(received, PaymentOrderReader.read(bytes));
            outcome.refusedWhole()
                    .ifPresentOrElse(
                            reason -> block.add(new Refused(name, "*", BigDecimal.ZERO, reason)),
                            () -> outcome.lines().forEach(line -> block.add(decided(name, line))));
        } catch (UnreadableFile e) {
            block.add(new Anomaly(name, "unreadable: " + e.getMessage()));
        }
        ledger.append(block);
    }

    private static LedgerEntry decided(String file, Outcome.Decided decided) {
        PaymentOrder.Line line = decided.line();
        return decided.refusal()
                .<LedgerEntry>map(reason -> new Refused(file, line.endToEndId(), line.amount(), reason))
                .orElseGet(() -> new Credited(file, line.endToEndId(), line.amount(), line.creditorIban()));
    }

    private Outcome outcome(Received received, PaymentOrder order) {
        return Outcome.of(received.file(), received.sha256(), received.at(), order, fate);
    }

    /** Lays in the inbox what the bank still owes: the status of each line and the bookings. */
    public void deliver() throws IOException {
        boolean outOfOrder = mischief.contains(Mischief.ANSWER_OUT_OF_ORDER);
        List<Answer> order =
                outOfOrder ? List.of(Answer.BOOKING, Answer.STATUS) : List.of(Answer.STATUS, Answer.BOOKING);
        for (Received received : ledger.all(Received.class).toList()) {
            for (Answer kind : order) {
                answer(received, kind);
            }
        }
    }

    /** Takes back the credits that do not stay, and lays the notifications of that in the inbox. */
    public void deliverReturns() throws IOException {
        for (Received received : ledger.all(Received.class).toList()) {
            answer(received, Answer.RETURNS);
        }
    }

    private void answer(Received received, Answer kind) throws IOException {
        boolean answered = ledger.all(Answered.class)
                .anyMatch(given -> given.file().equals(received.file()) && given.kind() == kind);
        Outcome outcome = answered ? null : reread(received);
        if (outcome == null || !kind.isDue(outcome)) {
            return;
        }
        String messageId =
                "BANK-" + kind.name().charAt(0) + "-" + received.sha256().substring(0, 24);
        List<Answered> given = new ArrayList<>();
        byte[] bytes = kind.write(outcome, mischief, messageId);
        given.add(new Answered(received.file(), kind, lay(received, kind, given.size(), bytes)));
        if (mischief.contains(Mischief.ANSWER_TWICE)) {
            given.add(new Answered(received.file(), kind, lay(received, kind, given.size(), bytes)));
        }
        if (mischief.contains(Mischief.ANSWER_AGAIN_UNDER_A_NEW_ID)) {
            byte[] again = kind.write(outcome, mischief, messageId + "-2");
            given.add(new Answered(received.file(), kind, lay(received, kind, given.size(), again)));
        }
        if (kind == Answer.BOOKING && mischief.contains(Mischief.ANOTHER_BOOKING_UNDER_THE_SAME_ID)) {
            byte[] other = kind.write(outcome, Set.of(Mischief.WRONG_AMOUNT), messageId);
            given.add(new Answered(received.file(), kind, lay(received, kind, given.size(), other)));
        }
        List<LedgerEntry> block = new ArrayList<>(given);
        if (kind == Answer.RETURNS) {
            outcome.returned()
                    .forEach(line -> block.add(new Returned(
                            received.file(),
                            line.line().endToEndId(),
                            line.line().amount(),
                            line.comeback().orElseThrow())));
        }
        ledger.append(block);
    }

    /** The decision on a file once more; it hangs on the file, the seed and the rates, so it is the same. */
    private @Nullable Outcome reread(Received received) throws IOException {
        Path file = folders.outbox().resolve(received.file());
        if (!Files.exists(file)) {
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Bytes.sha256(bytes).equals(received.sha256())
                    ? outcome(received, PaymentOrderReader.read(bytes))
                    : null;
        } catch (UnreadableFile e) {
            return null;
        }
    }

    /** Numbers the answers in the order of their giving: who carries them goes by name. */
    private String lay(Received received, Answer kind, int ahead, byte[] bytes) throws IOException {
        long number = ledger.all(Answered.class).count() + ahead + 1;
        String name = "%06d-%s-%s".formatted(number, kind.label(), received.file());
        Bytes.writeDurably(folders.inbox().resolve(name), bytes);
        return name;
    }

    private void suspect(String file, String what) throws IOException {
        Anomaly anomaly = new Anomaly(file, what);
        if (ledger.all(Anomaly.class).noneMatch(anomaly::equals)) {
            ledger.append(List.of(anomaly));
        }
    }

    private Optional<Received> received(String name) {
        return ledger.all(Received.class)
                .filter(file -> file.file().equals(name))
                .findFirst();
    }

    /** The answers laid in the inbox so far, in order. */
    public List<Path> answers() {
        return ledger.all(Answered.class)
                .map(answer -> folders.inbox().resolve(answer.name()))
                .toList();
    }

    /** What was credited under each end-to-end id, all files together; a later return takes nothing off. */
    public Map<String, BigDecimal> credits() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        ledger.all(Credited.class).forEach(credit -> sums.merge(credit.endToEndId(), credit.amount(), BigDecimal::add));
        return sums;
    }

    /** The end-to-end ids that were credited more than once, with how often; empty in a world in order. */
    public Map<String, Integer> doubleCredits() {
        Map<String, Integer> times = new TreeMap<>();
        ledger.all(Credited.class).forEach(credit -> times.merge(credit.endToEndId(), 1, Integer::sum));
        times.values().removeIf(count -> count == 1);
        return times;
    }

    /** The refused lines by end-to-end id, with the bank's reason. */
    public Map<String, String> refusals() {
        Map<String, String> reasons = new TreeMap<>();
        ledger.all(Refused.class).forEach(refused -> reasons.put(refused.endToEndId(), refused.reason()));
        return reasons;
    }

    /** The returned lines by end-to-end id, with the bank's reason. */
    public Map<String, String> returns() {
        Map<String, String> reasons = new TreeMap<>();
        ledger.all(Returned.class).forEach(returned -> reasons.put(returned.endToEndId(), returned.reason()));
        return reasons;
    }

    /** What should not have happened, as sentences. */
    public List<String> anomalies() {
        return ledger.all(Anomaly.class)
                .map(anomaly -> anomaly.file() + ": " + anomaly.what())
                .toList();
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
