package ma.riaya.beneficiary.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who is paid for a person. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
class PayeeResource {

    private final NamePayee payee;
    private final ReadPerson read;

    PayeeResource(NamePayee payee, ReadPerson read) {
        this.payee = payee;
        this.read = read;
    }

    @POST
    @Path("/{id}/payees")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "Named.")
    @Operation(
            operationId = "namePayee",
            summary = "Name who is paid in the place of a minor or of someone who cannot act",
            description =
                    "Role: registry-manager. Refusals: person-unknown, payee-is-self, payee-under-age, payee-dead, payee-not-needed, payee-overlaps, period-ends-before-it-begins, date-out-of-bounds.")
    public RestResponse<PersonView> name(@PathParam("id") UUID id, @NotNull @Valid PayeeBody body) {
        payee.name(id, body);
        return PersonResource.answer(RestResponse.Status.CREATED, read.masked(id));
    }

    @PUT
    @Path("/{id}/payees/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Transactional
    @Operation(
            operationId = "changePayee",
            summary = "Correct or end who is paid; it is known under a new id from then on",
            description =
                    "Role: registry-manager. If-Match is the person's ETag; the id of the period stands in the person's history. Refusals: person-unknown, payee-period-unknown, payee-is-self, payee-under-age, payee-dead, payee-not-needed, payee-overlaps, period-ends-before-it-begins, date-out-of-bounds.")
    public RestResponse<PersonView> change(
            @PathParam("id") UUID id,
            @PathParam("period") UUID period,
            @Context HttpHeaders headers,
            @NotNull @Valid PayeeBody body) {
        payee.change(id, period, headers, body);
        return PersonResource.answer(RestResponse.Status.OK, read.masked(id));
    }

    @GET
    @Path("/{id}/payee")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN,
        Roles.BENEFICIARY
    })
    @Operation(
            operationId = "getPayeeOnDay",
            summary = "Who is paid for the person on a day, as known at a moment",
            description =
                    "Roles as for getPerson. Whoever is named; else the person from 18 years on; else a minor's only guardian. The dead are not paid. Refusals: person-unknown, office-out-of-reach, day-out-of-bounds, known-at-in-the-future, known-at-before-memory.")
    public PayeeView on(@PathParam("id") UUID id, @BeanParam InTime asked) {
        return payee.on(id, asked);
    }
}
