package ma.riaya.beneficiary.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Works on open imports until none is left; after a crash it goes on at the part where the import stood. */
@Singleton
public class RunImports {

    private static final Logger LOG = Logger.getLogger(RunImports.class);
    private static final int MOST_ATTEMPTS = 5;

    private final TakeInPart take;
    private final ImportJobs jobs;

    RunImports(TakeInPart take, ImportJobs jobs) {
        this.take = take;
        this.jobs = jobs;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            while (take.step() == TakeInPart.Progress.MADE) {
                // The next step is a transaction of its own.
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "an import could not go on; it is tried %d times", MOST_ATTEMPTS);
            QuarkusTransaction.requiringNew().run(() -> jobs.failed(MOST_ATTEMPTS));
        }
    }
}
