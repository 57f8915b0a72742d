package ma.riaya.beneficiary.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What held of a person on a day, and what was known when. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
class PersonInTimeResource {

    private static final String PURPOSE = "A purpose of GET /v1/purposes, such as AID_INSTRUCTION.";

    private final ReadInTime read;
    private final StatePurpose purposes;

    PersonInTimeResource(ReadInTime read, StatePurpose purposes) {
        this.read = read;
        this.purposes = purposes;
    }

    @GET
    @Path("/{id}/categories")
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
            operationId = "listCategoriesOnDay",
            summary = "What the person was entitled as on a day, as known at a moment",
            description =
                    "Roles as for getPerson. The same day and moment are answered alike for ever; a later correction is seen only by a later moment. Refusals: person-unknown, office-out-of-reach, day-out-of-bounds, known-at-in-the-future, known-at-before-memory.")
    public OnDay.Categories categories(@PathParam("id") UUID id, @BeanParam InTime asked) {
        return read.categories(id, asked);
    }

    @GET
    @Path("/{id}/links")
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
            operationId = "listLinksOnDay",
            summary = "Whom the person was linked with on a day, as known at a moment",
            description =
                    "Roles as for getPerson. Links from the person and to the person. Refusals: person-unknown, office-out-of-reach, day-out-of-bounds, known-at-in-the-future, known-at-before-memory.")
    public OnDay.Links links(@PathParam("id") UUID id, @BeanParam InTime asked) {
        return read.links(id, asked);
    }

    @GET
    @Path("/{id}/pension")
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
            operationId = "getPensionOnDay",
            summary = "The monthly pension of a day, as known at a moment",
            description =
                    "Roles as for getPerson, with Riaya-Purpose; the look is recorded. Refusals: purpose-missing, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded, person-unknown, office-out-of-reach, day-out-of-bounds, known-at-in-the-future, known-at-before-memory.")
    public OnDay.Pension pension(
            @PathParam("id") UUID id,
            @BeanParam InTime asked,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = PURPOSE) @Nullable String purpose) {
        return read.pension(id, asked, purposes.require(purpose, Set.of(SensitiveField.PENSION)));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listPersonHistory",
            summary = "What was known of a person when, from whom and why, the oldest knowledge first",
            description =
                    "Roles: all of headquarters; officer and office-head for their own office and for persons without one. Pensions show their amounts where a purpose covers them, categories and payees of those who cannot act their evidence, and knowledge its reasons, where it covers health; the look is recorded. Refusals: person-unknown, office-out-of-reach, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded, cursor-invalid.")
    public RestResponse<Page<HistoryView>> history(
            @PathParam("id") UUID id,
            @Valid @BeanParam Paging paging,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = PURPOSE) @Nullable String purpose,
            @Context UriInfo uri) {
        return Paging.answer(
                uri,
                Page.of(
                        read.history(id, purposes.of(purpose), paging.after(2), paging.toRead()),
                        paging.limit(),
                        PersonHistory::cursor));
    }
}
