package ma.riaya.welfare.beneficiary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The few operations of beneficiary-service that this service uses, as the signed-in user. */
@RegisterRestClient(configKey = "beneficiary")
@AccessToken
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface BeneficiaryApi {

    @GET
    @Path("/persons/{id}")
    Uni<PersonAnswer> person(@PathParam("id") UUID id);

    @GET
    @Path("/persons/{id}/account")
    Uni<AccountAnswer> account(@PathParam("id") UUID id, @HeaderParam("Riaya-Purpose") String purpose);

    /** The fields read of a PersonView. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PersonAnswer(
            UUID id,
            @Nullable String familyNameAr,
            @Nullable String givenNameAr,
            @Nullable String familyNameLatin,
            @Nullable String givenNameLatin,
            @Nullable String office,
            @Nullable LocalDate deathDate) {}

    /** The fields read of an account. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AccountAnswer(
            String iban, String holder, @Nullable UUID payeeId) {}
}
