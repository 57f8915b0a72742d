package ma.riaya.beneficiary.shield;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import ma.riaya.beneficiary.person.IdentityRules;
import org.jboss.logging.Logger;

/** Once an hour ends the shields whose last day has passed; until then they protect, which errs on the safe side. */
@Singleton
public class EndPassedShields {

    private static final Logger LOG = Logger.getLogger(EndPassedShields.class);

    private final Shields shields;
    private final IdentityRules rules;

    EndPassedShields(Shields shields, IdentityRules rules) {
        this.shields = shields;
        this.rules = rules;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        int kept = shields.endPassed(rules.today());
        if (kept > 0) {
            LOG.errorf(
                    "%d shields have passed and stay, since their references are taken in sight: merge the doubles",
                    kept);
        }
    }
}
