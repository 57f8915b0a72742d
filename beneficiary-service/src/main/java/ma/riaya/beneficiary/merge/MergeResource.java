package ma.riaya.beneficiary.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.person.LineSince;
import ma.riaya.beneficiary.person.MergePreview;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Two records that become one, and are two again. */
@Path("/v1/merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Merges",
        description =
                "Two records of one person become one, and are two again where that was wrong. A record that was merged is read as the survivor, and every change of it is refused as person-merged.")
class MergeResource {

    private static final String RECORDS =
            "merge-with-self, person-unknown, person-merged, merge-stands-for-others, merge-shielded-otherwise, merge-changes-wait, merge-of-relatives, merge-two-identities";

    private final ProposeMerge propose;
    private final DecideMerge decide;
    private final Proposals proposals;

    MergeResource(ProposeMerge propose, DecideMerge decide, Proposals proposals) {
        this.propose = propose;
        this.decide = decide;
        this.proposals = proposals;
    }

    @Schema(name = "MergeRejection")
    record RejectionBody(
            @NotBlank @Size(max = 1000) @PlainText @Schema(examples = "Les actes de naissance diffèrent")
            String reason) {}

    @GET
    @Path("/preview")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Operation(
            operationId = "previewMerge",
            summary = "Both records, the fields to choose and the rows that exclude each other",
            description = "Role: registry-manager. Refusals: " + RECORDS + ".")
    public MergePreview preview(
            @QueryParam("survivor") @NotNull @Parameter(description = "The record that would stay.") UUID survivor,
            @QueryParam("merged") @NotNull @Parameter(description = "The record that would go.") UUID merged) {
        return propose.preview(survivor, merged);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = MergeView.class, responseCode = "201", responseDescription = "Proposed.")
    @Operation(
            operationId = "proposeMerge",
            summary = "Propose that two records are one person; another person approves",
            description =
                    "Role: registry-manager. Refusals: " + RECORDS
                            + ", merge-fields-to-choose, merge-lines-to-choose, merge-line-unknown, merge-death-by-event, merge-proposed-already.")
    public RestResponse<MergeView> propose(@NotNull @Valid MergeBody body) {
        return created(propose.propose(body));
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listMerges",
            summary = "Proposals of merges and unmerges, the newest first",
            description = "Roles: registry-manager, auditor. Refusals: cursor-invalid.")
    @Transactional
    public RestResponse<Page<MergeView>> list(
            @QueryParam("state") @DefaultValue("PROPOSED") Proposal.State state,
            @QueryParam("person") @Parameter(description = "Of whom it is.") @Nullable UUID person,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        Cursor after = paging.after(1);
        Page<Proposal> page = Page.of(
                proposals.page(state, person, after == null ? null : after.uuid(0), paging.toRead()),
                paging.limit(),
                last -> Cursor.of(last.id()));
        return Paging.answer(uri, page.map(this::view));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getMerge",
            summary = "One proposal and what became of it",
            description = "Roles: registry-manager, auditor. Refusals: merge-unknown.")
    @Transactional
    public RestResponse<MergeView> get(@PathParam("id") UUID id) {
        return answer(RestResponse.Status.OK, id);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @Operation(
            operationId = "approveMerge",
            summary = "Approve what another person proposed: the records are one, or two again, at once",
            description =
                    "Role: registry-manager, and never the proposer, whom the database refuses too. If-Match is the ETag of the proposal. Refusals: merge-unknown, merge-decided-already, merge-proposer-decides, merge-changed-since, merge-not-in-force, and those of proposeMerge.")
    public RestResponse<MergeView> approve(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        decide.approve(id, headers);
        return answer(RestResponse.Status.OK, id);
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @Operation(
            operationId = "rejectMerge",
            summary = "Reject what another person proposed",
            description =
                    "Role: registry-manager, and never the proposer. If-Match is the ETag of the proposal. Refusals: merge-unknown, merge-decided-already, merge-proposer-decides.")
    public RestResponse<MergeView> reject(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @NotNull @Valid RejectionBody body) {
        decide.reject(id, headers, body.reason());
        return answer(RestResponse.Status.OK, id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @Operation(
            operationId = "withdrawMerge",
            summary = "Take an own proposal back",
            description =
                    "Role: registry-manager, the proposer alone. If-Match is the ETag of the proposal. Refusals: merge-unknown, merge-decided-already, merge-not-the-proposer.")
    public RestResponse<MergeView> withdraw(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        decide.withdraw(id, headers);
        return answer(RestResponse.Status.OK, id);
    }

    @GET
    @Path("/{id}/lines-since")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Operation(
            operationId = "listLinesSinceMerge",
            summary = "What was entered on the survivor since the merge, which an unmerge may give to the other",
            description =
                    "Role: registry-manager. Amounts and numbers are not shown. Refusals: merge-unknown, merge-not-in-force.")
    public Since since(@PathParam("id") UUID id) {
        return new Since(propose.since(id));
    }

    @Schema(name = "LinesSinceMerge")
    record Since(List<LineSince> lines) {}

    @POST
    @Path("/{id}/unmerge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = MergeView.class, responseCode = "201", responseDescription = "Proposed.")
    @Operation(
            operationId = "proposeUnmerge",
            summary = "Propose that the record is two people again; another person approves",
            description =
                    "Role: registry-manager. Both records are as they were, and what was entered since stays with the survivor but for the rows named. Refusals: merge-unknown, merge-not-in-force, merge-line-unknown, merge-proposed-already.")
    public RestResponse<MergeView> unmerge(@PathParam("id") UUID id, @NotNull @Valid UnmergeBody body) {
        return created(propose.proposeUnmerge(id, body));
    }

    private RestResponse<MergeView> created(UUID id) {
        return answer(RestResponse.Status.CREATED, id);
    }

    private RestResponse<MergeView> answer(RestResponse.Status status, UUID id) {
        Proposal proposal =
                proposals.find(id).orElseThrow(() -> new RefusedException(new CannotDecideMerge.MergeUnknown(id)));
        RestResponse.ResponseBuilder<MergeView> answer =
                RestResponse.ResponseBuilder.create(status, view(proposal)).tag(IfMatch.tag(proposal.version()));
        if (status == RestResponse.Status.CREATED) {
            answer.location(URI.create("/v1/merges/" + id));
        }
        return answer.build();
    }

    private MergeView view(Proposal proposal) {
        return MergeView.of(
                proposal,
                proposals.choices(proposal),
                proposals.reason(proposal),
                proposals.decisionReason(proposal),
                decide.actions(proposal));
    }
}
