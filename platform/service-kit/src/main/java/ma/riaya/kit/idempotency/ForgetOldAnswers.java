package ma.riaya.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Once a day removes the answers that may be forgotten; those of payments have no such day. */
@Singleton
public class ForgetOldAnswers {

    private static final Logger LOG = Logger.getLogger(ForgetOldAnswers.class);

    private final Answers answers;

    ForgetOldAnswers(Answers answers) {
        this.answers = answers;
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        LOG.debugf("forgot %d answers", answers.forget());
    }
}
