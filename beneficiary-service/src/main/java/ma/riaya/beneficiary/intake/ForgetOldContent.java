package ma.riaya.beneficiary.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Once a day removes what files said and nobody asked for again: it carries numbers of identity. */
@Singleton
public class ForgetOldContent {

    private final ImportJobs jobs;
    private final ImportVerdicts verdicts;

    ForgetOldContent(ImportJobs jobs, ImportVerdicts verdicts) {
        this.jobs = jobs;
        this.verdicts = verdicts;
    }

    @Scheduled(every = "24h", delayed = "20m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        jobs.forgetUnconfirmed();
        verdicts.forgetOld();
    }
}
