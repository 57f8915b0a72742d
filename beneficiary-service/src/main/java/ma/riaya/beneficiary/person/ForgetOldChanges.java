package ma.riaya.beneficiary.person;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Once a day forgets the changes that no reader of pages asks about any more. */
@Singleton
public class ForgetOldChanges {

    private final RegistryMoment moment;

    ForgetOldChanges(RegistryMoment moment) {
        this.moment = moment;
    }

    @Scheduled(every = "24h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        moment.forget();
    }
}
