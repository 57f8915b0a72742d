package ma.riaya.welfare.beneficiary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks the registry who may be meant by a campaign, page by page, as the signed-in user and for payment.
 *
 * <p>The facts come whole or not at all: where one page fails, nothing is answered.
 * All pages together may take long; each of them is waited for as briefly as a single person is.
 */
@ApplicationScoped
public class CandidateDirectory {

    private static final Logger LOG = Logger.getLogger(CandidateDirectory.class);
    private static final String PURPOSE_PAYMENT = "PAYMENT";

    /** Short enough to be answered well within the time that a silent registry is given, on a machine that is busy too. */
    private static final int PAGE = 250;

    private static final int MOST_PAGES = 10_000;

    private final Line line;
    private final CandidateApi api;

    CandidateDirectory(Lines lines, @RestClient CandidateApi api) {
        this.line = lines.candidates();
        this.api = api;
    }

    /** One candidate for each person and category of the groups; refused as registry-unavailable or registry-busy. */
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
            return line.ask(api.candidates(PURPOSE_PAYMENT, question));
        } catch (WebApplicationException answered) {
            LOG.warnf("beneficiary-service answered %d", answered.getResponse().getStatus());
            throw new RefusedException(new CannotAskRegistry.RegistryUnavailable());
        }
    }
}
