package ma.riaya.welfare.beneficiary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The question of beneficiary-service that is answered in pages. */
@RegisterRestClient(configKey = "candidates")
@AccessToken
@Path("/v1/candidates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CandidateApi {

    @POST
    Uni<CandidatesAnswer> candidates(@HeaderParam("Riaya-Purpose") String purpose, CandidatesQuestion question);

    record CandidatesQuestion(
            LocalDate asOf,
            @Nullable Instant knownAt,
            List<GroupQuestion> groups,
            int limit,
            @Nullable String cursor) {}

    record GroupQuestion(String category, String pensionUpTo) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CandidatesAnswer(
            List<CandidateAnswer> items, @Nullable String next) {}

    /** The fields read of a candidate: all that a verdict hangs on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CandidateAnswer(
            UUID personId,
            String reference,
            String nameAr,
            String nameLatin,
            @Nullable String office,
            String category,
            LocalDate categoryFrom,
            @Nullable LocalDate categoryUntil,
            @Nullable String categoryEndReason,
            @Nullable LocalDate deathDate,
            @Nullable Money pension,
            @Nullable AccountOfCandidate account,
            @Nullable String accountProblem) {

        Candidate candidate() {
            return new Candidate(
                    personId,
                    reference,
                    nameAr,
                    nameLatin,
                    office,
                    category,
                    categoryFrom,
                    categoryUntil,
                    categoryEndReason,
                    deathDate,
                    pension,
                    account == null || account.isAnothers(personId) ? null : account.iban(),
                    accountProblem);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AccountOfCandidate(String iban, @Nullable UUID payeeId) {

        /** Who is paid for somebody else gets no transfer by a campaign, which names the person selected: a voucher is issued instead. */
        boolean isAnothers(UUID person) {
            return payeeId != null && !payeeId.equals(person);
        }
    }
}
