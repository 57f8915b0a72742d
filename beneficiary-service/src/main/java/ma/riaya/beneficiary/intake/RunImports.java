package ma.riaya.beneficiary.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Works on open imports until none is left; after a crash it goes on at the part where the import stood. */
@Singleton
public class RunImports {

    private static final Logger LOG = Logger.getLogger(RunImports.class);
    private static final int MOST_ATTEMPTS = 5;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final TakeInPart take;
    private final ImportJobs jobs;

    RunImports(TakeInPart take, ImportJobs jobs) {
        this.take = take;
        this.jobs = jobs;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            while (!stopping.get() && take.step() == TakeInPart.Progress.MADE) {
                // The next step is a transaction of its own.
            }
        } catch (RuntimeException failed) {
            if (!stopping.get()) {
                count(failed);
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.set(true);
    }

    /** A failure that cannot even be counted is the database's absence, which ends by itself: the import waits. */
    private void count(RuntimeException failed) {
        int ended;
        try {
            ended = QuarkusTransaction.requiringNew().call(() -> jobs.failed(MOST_ATTEMPTS));
        } catch (RuntimeException unavailable) {
            LOG.warn("the database does not answer; imports wait");
            return;
        }
        if (ended > 0) {
            LOG.errorf(failed, "an import ended as failed after %d tries; send its file again", MOST_ATTEMPTS);
        } else {
            LOG.warnf(failed, "a part of an import failed and is tried again, %d times at most", MOST_ATTEMPTS);
        }
    }
}
