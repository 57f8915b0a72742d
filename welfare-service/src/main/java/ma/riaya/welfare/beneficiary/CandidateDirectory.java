package ma.riaya.welfare.beneficiary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks the registry who may be meant by a campaign, page by page, as the signed-in user and for payment.
 *
 * <p>The facts come whole or not at all: where one page fails, nothing is answered.
 */
@ApplicationScoped
public class CandidateDirectory {

    private static final Logger LOG = Logger.getLogger(CandidateDirectory.class);
    private static final String PURPOSE_PAYMENT = "PAYMENT";
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 10_000;

    private final Bounded bounded;

    CandidateDirectory(Bounded bounded) {
        this.bounded = bounded;
    }

    /** One candidate for each person and category of the groups; refused as registry-unavailable. */
    @Transactional(Transactional.TxType.NEVER)
    public List<Candidate> candidates(LocalDate asOf, List<CandidateGroup> groups) {
        List<CandidateApi.GroupQuestion> asked = groups.stream()
                .map(group -> new CandidateApi.GroupQuestion(
                        group.category(), group.pensionUpTo().toString()))
                .toList();
        List<Candidate> found = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            CandidateApi.CandidatesAnswer answer =
                    ask(new CandidateApi.CandidatesQuestion(asOf, null, asked, PAGE, cursor));
            answer.items().forEach(item -> found.add(item.candidate()));
            cursor = answer.next();
            if (cursor == null) {
                return found;
            }
        }
        throw new IllegalStateException("the registry's pages of candidates do not end");
    }

    private CandidateApi.CandidatesAnswer ask(CandidateApi.CandidatesQuestion question) {
        try {
            return bounded.ask(question);
        } catch (WebApplicationException answered) {
            LOG.warnf("beneficiary-service answered %d", answered.getResponse().getStatus());
        } catch (TimeoutException | BulkheadException | ProcessingException silent) {
            LOG.warnf(
                    "beneficiary-service gave no answer: %s", silent.getClass().getSimpleName());
        }
        throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
    }

    /** Few at once, for each asks much; a page is given longer than a person is. */
    @ApplicationScoped
    static class Bounded {

        private final CandidateApi api;

        Bounded(@RestClient CandidateApi api) {
            this.api = api;
        }

        @Bulkhead(4)
        @Timeout(value = 9, unit = ChronoUnit.SECONDS)
        CandidateApi.CandidatesAnswer ask(CandidateApi.CandidatesQuestion question) {
            return api.candidates(PURPOSE_PAYMENT, question);
        }
    }
}
