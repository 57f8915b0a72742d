package ma.riaya.beneficiary.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
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
        TakeInPart.Progress progress = TakeInPart.Progress.MADE;
        while (!stopping.get() && progress == TakeInPart.Progress.MADE) {
            // Each step is a transaction of its own.
            progress = jobs.next().map(this::step).orElse(TakeInPart.Progress.NOTHING_LEFT);
        }
    }

    private TakeInPart.Progress step(UUID job) {
        try {
            return take.step(job);
        } catch (RuntimeException failed) {
            if (!stopping.get()) {
                count(job, failed);
            }
            return TakeInPart.Progress.NOTHING_LEFT;
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.set(true);
    }

    /** A failure that cannot even be counted is the database's absence, which ends by itself: the import waits. */
    private void count(UUID job, RuntimeException failed) {
        boolean ended;
        try {
            ended = QuarkusTransaction.requiringNew().call(() -> jobs.failed(job, MOST_ATTEMPTS));
        } catch (RuntimeException unavailable) {
            LOG.warn("the database does not answer; imports wait");
            return;
        }
        if (ended) {
            LOG.errorf(failed, "import %s ended as failed after %d tries; send its file again", job, MOST_ATTEMPTS);
        } else {
            LOG.warnf(failed, "a part of import %s failed and is tried again, %d times at most", job, MOST_ATTEMPTS);
        }
    }
}
