package ma.riaya.beneficiary.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Purpose;
import ma.riaya.beneficiary.protection.StatedPurpose;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What hangs on a person: categories, links, pensions, the account. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
class PersonPartsResource {

    private final ChangeParts change;
    private final ReadPerson read;

    PersonPartsResource(ChangeParts change, ReadPerson read) {
        this.change = change;
        this.read = read;
    }

    @POST
    @Path("/{id}/categories")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "Added.")
    @Operation(
            operationId = "addCategory",
            summary = "Add a category that the person holds for a period",
            description =
                    "Role: registry-manager. Refusals: person-unknown, category-overlaps, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end.")
    public RestResponse<PersonView> addCategory(@PathParam("id") UUID id, @NotNull @Valid CategoryBody body) {
        change.addCategory(id, body);
        return PersonResource.answer(RestResponse.Status.CREATED, read.masked(id));
    }

    @PUT
    @Path("/{id}/categories/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Transactional
    @Operation(
            operationId = "changeCategory",
            summary = "Correct or end the period of a category; it is known under a new id from then on",
            description =
                    "Role: registry-manager. Refusals: person-unknown, category-period-unknown, category-overlaps, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end.")
    public RestResponse<PersonView> changeCategory(
            @PathParam("id") UUID id,
            @PathParam("period") UUID period,
            @Context HttpHeaders headers,
            @NotNull @Valid CategoryBody body) {
        change.changeCategory(id, period, headers, body);
        return PersonResource.answer(RestResponse.Status.OK, read.masked(id));
    }

    @POST
    @Path("/{id}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "Added.")
    @Operation(
            operationId = "addLink",
            summary = "Say that the person is the spouse, child, parent or guardian of another",
            description =
                    "Roles: officer, office-head where their office follows both persons, or nobody does; registry-manager. Refusals: person-unknown, office-out-of-reach, link-overlaps, link-to-self, parent-born-after-child, parent-too-young, parent-cycle, spouse-too-young, guardian-under-age, link-before-birth, link-after-death, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end. What is only unlikely is a warning: parent-very-young, born-after-parent-died, second-parent-of-same-sex, spouse-minor, wife-married-already, husband-has-four-wives, spouses-of-same-sex, ward-of-age.")
    public RestResponse<PersonView> addLink(@PathParam("id") UUID id, @NotNull @Valid LinkBody body) {
        List<String> doubts = change.addLink(id, body);
        return PersonResource.answer(RestResponse.Status.CREATED, read.masked(id, doubts));
    }

    @PUT
    @Path("/{id}/links/{link}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Transactional
    @Operation(
            operationId = "changeLink",
            summary = "Correct or end a link; it is known under a new id from then on",
            description =
                    "Roles as for addLink. If-Match is the person's ETag. Refusals: person-unknown, link-unknown, office-out-of-reach, link-overlaps, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end, and those of addLink; the same warnings.")
    public RestResponse<PersonView> changeLink(
            @PathParam("id") UUID id,
            @PathParam("link") UUID link,
            @Context HttpHeaders headers,
            @NotNull @Valid LinkBody body) {
        List<String> doubts = change.changeLink(id, link, headers, body);
        return PersonResource.answer(RestResponse.Status.OK, read.masked(id, doubts));
    }

    @POST
    @Path("/{id}/pensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "Added.")
    @Operation(
            operationId = "addPension",
            summary = "Add a monthly pension; one that runs without end is ended by it",
            description =
                    "Role: registry-manager. Refusals: person-unknown, pension-overlaps, amount-unreadable, amount-negative, amount-too-fine, currency-not-mad, period-ends-before-it-begins, date-out-of-bounds.")
    public RestResponse<PersonView> addPension(@PathParam("id") UUID id, @NotNull @Valid PensionBody body) {
        change.addPension(id, body);
        return PersonResource.answer(RestResponse.Status.CREATED, read.masked(id));
    }

    @GET
    @Path("/{id}/account")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "getAccount",
            summary = "The account to pay into: the payee’s, where another is paid for the person",
            description =
                    "Role: finance, with Riaya-Purpose: PAYMENT; the look is recorded. Refusals: person-unknown, account-none, account-refused, account-awaits-approval, account-cooling-off (with payableFrom, the first day), person-deceased, payee-missing, purpose-missing, purpose-unknown, purpose-not-covering.")
    public AccountView account(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "PAYMENT.") @Nullable String purpose) {
        return read.account(id, StatedPurpose.require(purpose, Purpose.PAYMENT));
    }
}
