package ma.riaya.beneficiary.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.protection.SeeEverybody;

/** After a change of how names are found, makes the keys of those entered before, some at a time; until then a search misses them. */
@Singleton
public class RenewNames {

    private static final int EACH = 1_000;

    private final NameIndex names;
    private final PersonDirectory directory;
    private final SeeEverybody everybody;

    RenewNames(NameIndex names, PersonDirectory directory, SeeEverybody everybody) {
        this.names = names;
        this.directory = directory;
        this.everybody = everybody;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (QuarkusTransaction.requiringNew().call(() -> everybody.meanwhile(this::some)) > 0) {
            // Each part is a transaction of its own.
        }
    }

    private int some() {
        List<UUID> outdated = names.lockOutdated(EACH);
        names.put(directory.all(outdated).stream()
                .map(person -> new NameIndex.Entry(person.id(), person.name(), person.birthDate(), person.office()))
                .toList());
        return outdated.size();
    }
}
