package ma.riaya.beneficiary.changerequest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.CategoryBody;
import ma.riaya.beneficiary.person.LinkBody;
import ma.riaya.beneficiary.person.PensionBody;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What hangs on a person: categories, links and pensions, asked for and written once another person approves. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change requests")
class PartChangeResource {

    private final PersonSeen persons;
    private final ProposeChange propose;
    private final ReadChange read;
    private final IfMatch ifMatch;

    PartChangeResource(PersonSeen persons, ProposeChange propose, ReadChange read, IfMatch ifMatch) {
        this.persons = persons;
        this.propose = propose;
        this.read = read;
        this.ifMatch = ifMatch;
    }

    @POST
    @Path("/{id}/categories")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked for.")
    @Operation(
            operationId = "addCategory",
            summary = "Ask for a category that the person holds for a period; another person approves it",
            description =
                    "Role: registry-manager. Location is the request. Refusals: person-unknown, category-overlaps, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end.")
    public RestResponse<ChangeRequestView> addCategory(@PathParam("id") UUID id, @NotNull @Valid CategoryBody body) {
        persons.toChange(id);
        return asked(
                id,
                ChangeKind.CATEGORY,
                CategoryChange.asked(body, null),
                new ChangeContent.Grounds(body.evidence(), body.reason()));
    }

    @PUT
    @Path("/{id}/categories/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Transactional
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked for.")
    @Operation(
            operationId = "changeCategory",
            summary = "Ask to correct or end the period of a category; once approved it is known under a new id",
            description =
                    "Role: registry-manager. If-Match is the person's ETag, Location the request. Refusals: person-unknown, category-period-unknown, category-overlaps, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end.")
    public RestResponse<ChangeRequestView> changeCategory(
            @PathParam("id") UUID id,
            @PathParam("period") UUID period,
            @Context HttpHeaders headers,
            @NotNull @Valid CategoryBody body) {
        ifMatch.require(headers, persons.toChange(id).version());
        return asked(
                id,
                ChangeKind.CATEGORY,
                CategoryChange.asked(body, period),
                new ChangeContent.Grounds(body.evidence(), body.reason()));
    }

    @POST
    @Path("/{id}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked for.")
    @Operation(
            operationId = "addLink",
            summary =
                    "Ask to say that the person is the spouse, child, parent or guardian of another; another person approves it",
            description =
                    "Roles: officer, office-head where their office follows both persons, or nobody does; registry-manager. Location is the request. Refusals: person-unknown, office-out-of-reach, link-overlaps, link-to-self, parent-born-after-child, parent-too-young, parent-cycle, spouse-too-young, guardian-under-age, link-before-birth, link-after-death, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end. What is only unlikely is a warning: parent-very-young, born-after-parent-died, second-parent-of-same-sex, spouse-minor, wife-married-already, husband-has-four-wives, spouses-of-same-sex, ward-of-age.")
    public RestResponse<ChangeRequestView> addLink(@PathParam("id") UUID id, @NotNull @Valid LinkBody body) {
        persons.toChange(id);
        return asked(
                id,
                ChangeKind.LINK,
                LinkChange.asked(body, null),
                new ChangeContent.Grounds(body.evidence(), body.reason()));
    }

    @PUT
    @Path("/{id}/links/{link}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Transactional
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked for.")
    @Operation(
            operationId = "changeLink",
            summary = "Ask to correct or end a link; once approved it is known under a new id",
            description =
                    "Roles as for addLink. If-Match is the person's ETag, Location the request. Refusals: person-unknown, link-unknown, office-out-of-reach, link-overlaps, period-ends-before-it-begins, date-out-of-bounds, end-reason-without-end, and those of addLink; the same warnings.")
    public RestResponse<ChangeRequestView> changeLink(
            @PathParam("id") UUID id,
            @PathParam("link") UUID link,
            @Context HttpHeaders headers,
            @NotNull @Valid LinkBody body) {
        ifMatch.require(headers, persons.toChange(id).version());
        return asked(
                id,
                ChangeKind.LINK,
                LinkChange.asked(body, link),
                new ChangeContent.Grounds(body.evidence(), body.reason()));
    }

    @POST
    @Path("/{id}/pensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked for.")
    @Operation(
            operationId = "addPension",
            summary = "Ask for a monthly pension; once approved it ends the one that runs without end",
            description =
                    "Role: registry-manager. Location is the request. Refusals: person-unknown, pension-overlaps, amount-unreadable, amount-negative, amount-too-fine, currency-not-mad, period-ends-before-it-begins, date-out-of-bounds.")
    public RestResponse<ChangeRequestView> addPension(@PathParam("id") UUID id, @NotNull @Valid PensionBody body) {
        persons.toChange(id);
        return asked(
                id,
                ChangeKind.PENSION,
                PensionChange.asked(body),
                new ChangeContent.Grounds(body.evidence(), body.reason()));
    }

    private RestResponse<ChangeRequestView> asked(
            UUID person, ChangeKind kind, Map<String, String> asked, ChangeContent.Grounds grounds) {
        return ChangeRequestResource.accepted(read.masked(propose.propose(person, kind, asked, grounds)));
    }
}
