package ma.riaya.beneficiary.changerequest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.riaya.beneficiary.protection.StatedPurpose;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was asked for, and what is decided about it. */
@Path("/v1/change-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change requests", description = "Changes of identity or money: asked by one person, approved by another.")
class ChangeRequestResource {

    private static final String MOVES =
            "If-Match is the request's ETag. Refusals: change-request-unknown, office-out-of-reach, change-decided-already, ";
    private static final String DECIDERS =
            "Roles: registry-manager; office-head for IDENTITY, ACCOUNT and LINK where their office follows the person, or nobody does; never the proposer. ";

    private final DecideChange decide;
    private final ProposeChange propose;
    private final ReadChange read;
    private final CurrentCaller caller;

    ChangeRequestResource(DecideChange decide, ProposeChange propose, ReadChange read, CurrentCaller caller) {
        this.decide = decide;
        this.propose = propose;
        this.read = read;
        this.caller = caller;
    }

    /** Whose requests are asked for. */
    enum Proposer {
        ME,
        ANYBODY
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listChangeRequests",
            summary = "The requests for a change, the oldest first",
            description =
                    "Roles: officer and office-head for the persons of their own office and those without one; registry-manager, auditor for all. Without a state all are answered. Refusals: cursor-invalid.")
    public RestResponse<Page<ChangeRequestView.Item>> list(
            @Context UriInfo uri,
            @Valid @BeanParam Paging paging,
            @QueryParam("state") @Nullable ChangeState state,
            @QueryParam("kind") @Nullable ChangeKind kind,
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("office")
                    @Pattern(regexp = "[A-Z]{3}")
                    @Parameter(
                            description =
                                    "Of persons that this office follows; an office sees its own, and those without one.")
                    @Nullable
                    String office,
            @QueryParam("proposedBy") @Parameter(description = "ME for one's own.") @Nullable Proposer proposedBy) {
        Cursor after = paging.after(1);
        ChangeRequests.Asked asked = new ChangeRequests.Asked(
                read.reach(),
                office,
                state,
                kind,
                person,
                proposedBy == Proposer.ME ? caller.get().subject() : null,
                after == null ? null : after.uuid(0),
                paging.toRead());
        return Paging.answer(uri, read.list(asked, paging.limit()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getChangeRequest",
            summary = "One request: what stood, what stands now, what is asked, and its history",
            description =
                    "Roles as for listChangeRequests. Account, number of identity and pension, and the evidence and reasons of a category, are masked unless a purpose is stated; the look is recorded. An account is opened to whoever may decide on it, finance and auditors. Refusals: change-request-unknown, person-unknown, office-out-of-reach, purpose-unknown.")
    public RestResponse<ChangeRequestView> get(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER)
                    @Parameter(description = "AID_INSTRUCTION, PAYMENT, REGISTRY_MAINTENANCE or AUDIT.")
                    @Nullable
                    String purpose) {
        return answer(RestResponse.Status.OK, read.read(id, purpose));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed({Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.OFFICER})
    @Idempotent
    @Operation(
            operationId = "approveChange",
            summary = "Approve what another person asked for; it takes effect at once, an account after its rest",
            description =
                    DECIDERS + MOVES
                            + "change-approver-is-proposer, change-needs-another-role, change-of-own-record, change-overtaken where somebody changed it since, and those of the change itself.")
    public RestResponse<ChangeRequestView> approve(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        decide.approve(id, headers, null);
        return answer(RestResponse.Status.OK, read.masked(id));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.OFFICER})
    @Idempotent
    @Operation(
            operationId = "refuseChange",
            summary = "Refuse what another person asked for, with a reason",
            description =
                    DECIDERS + MOVES + "change-approver-is-proposer, change-needs-another-role, change-of-own-record.")
    public RestResponse<ChangeRequestView> refuse(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @NotNull @Valid ReasonBody body) {
        decide.refuse(id, headers, body.reason());
        return answer(RestResponse.Status.OK, read.masked(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @Operation(
            operationId = "withdrawChange",
            summary = "Take back what one asked for oneself",
            description = "The proposer only. " + MOVES + "change-not-the-proposer.")
    public RestResponse<ChangeRequestView> withdraw(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        decide.withdraw(id, headers);
        return answer(RestResponse.Status.OK, read.masked(id));
    }

    @POST
    @Path("/{id}/renewal")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked anew.")
    @Operation(
            operationId = "renewChange",
            summary = "Ask an overtaken change anew, on what stands now",
            description =
                    "The proposer only. Refusals: change-request-unknown, office-out-of-reach, change-not-the-proposer, change-not-overtaken, change-renewed-already, change-decided-already, change-changes-nothing.")
    public RestResponse<ChangeRequestView> renew(@PathParam("id") UUID id) {
        return accepted(read.masked(propose.renew(id)));
    }

    /** Asked for, and not done yet: its address says how it stands. */
    static RestResponse<ChangeRequestView> accepted(ReadChange.Read read) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, read.view())
                .tag(IfMatch.tag(read.version()))
                .location(address(read))
                .build();
    }

    static URI address(ReadChange.Read read) {
        return URI.create("/v1/change-requests/" + read.view().id());
    }

    private static RestResponse<ChangeRequestView> answer(RestResponse.Status status, ReadChange.Read read) {
        return RestResponse.ResponseBuilder.create(status, read.view())
                .tag(IfMatch.tag(read.version()))
                .build();
    }
}
