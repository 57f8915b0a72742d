package ma.riaya.beneficiary.doubles;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.intake.ImportsUnderWay;
import ma.riaya.beneficiary.person.AlikeEntered;
import ma.riaya.beneficiary.person.PersonDirectory;
import ma.riaya.beneficiary.person.PossibleDoubles;
import org.jboss.logging.Logger;

/**
 * Compares whoever entered or changed with the registry, and everybody where a sweep is asked for.
 *
 * <p>Some at a time, each part with its place in one transaction: after a crash it goes on where it stood, and holds no
 * more in memory than one part. While a file is taken in it waits, and lets the file have the machine.
 */
@Singleton
public class LookForDoubles {

    private static final Logger LOG = Logger.getLogger(LookForDoubles.class);
    private static final int EACH = 100;

    /** So that a shutdown waits for one round, not for a million persons. */
    private static final int MOST_ROUNDS = 50;

    private final PossibleDoubles doubles;
    private final PersonDirectory directory;
    private final DoublePairs pairs;
    private final Sweeps sweeps;
    private final ImportsUnderWay imports;

    LookForDoubles(
            PossibleDoubles doubles,
            PersonDirectory directory,
            DoublePairs pairs,
            Sweeps sweeps,
            ImportsUnderWay imports) {
        this.doubles = doubles;
        this.directory = directory;
        this.pairs = pairs;
        this.sweeps = sweeps;
        this.imports = imports;
    }

    /** Works on what waits until nothing is left, or for some rounds. */
    @Scheduled(every = "${riaya.doubles.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        try {
            for (int round = 0; round < MOST_ROUNDS && !imports.any() && step(); round++) {
                // Each part is a transaction of its own.
            }
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "the comparison for doubles failed and is tried again: %s",
                    failed.getClass().getSimpleName());
        }
    }

    void onImport(@Observes AlikeEntered entered) {
        sweeps.await(entered.persons());
    }

    private boolean step() {
        return QuarkusTransaction.requiringNew().call(() -> compareWaiting() || goOn());
    }

    private boolean compareWaiting() {
        List<UUID> waiting = sweeps.takeWaiting(EACH);
        keep(waiting);
        return !waiting.isEmpty();
    }

    private boolean goOn() {
        Optional<Sweeps.Sweep> running = sweeps.holdRunning();
        running.ifPresent(this::goOn);
        return running.isPresent();
    }

    private void goOn(Sweeps.Sweep sweep) {
        List<UUID> next = directory.of(null, sweep.reached(), EACH).stream()
                .map(PersonDirectory.Entry::id)
                .toList();
        if (next.isEmpty()) {
            sweeps.finish(sweep);
        } else {
            sweeps.reached(sweep, next.getLast(), next.size(), keep(next));
        }
    }

    private int keep(List<UUID> persons) {
        if (persons.isEmpty()) {
            return 0;
        }
        Map<UUID, List<PossibleDoubles.Candidate>> candidates = doubles.ofPersons(persons);
        List<DoublePairs.Found> found = new ArrayList<>();
        candidates.forEach(
                (person, alike) -> alike.forEach(candidate -> found.add(DoublePairs.Found.of(person, candidate))));
        return pairs.keep(found);
    }
}
