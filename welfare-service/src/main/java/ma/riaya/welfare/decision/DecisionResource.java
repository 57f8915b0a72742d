package ma.riaya.welfare.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.text.Characters;
import ma.riaya.kit.text.PlainText;
import ma.riaya.welfare.aidrequest.AidRequestView;
import ma.riaya.welfare.aidrequest.AidRequestViews;
import ma.riaya.welfare.aidrequest.ReasonsBody;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Proposal and decision, by different people. */
@Path("/v1/aid-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_HEAD, Roles.COMMITTEE})
@Tag(name = "Decisions", description = "Proposal and decision on a request, by different people.")
class DecisionResource {

    private final ProposeAid proposing;
    private final DecideAidRequest deciding;
    private final AidRequestViews views;

    DecisionResource(ProposeAid proposing, DecideAidRequest deciding, AidRequestViews views) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.views = views;
    }

    record ProposalBody(
            @NotNull Money amount,

            @NotBlank
            @Size(max = 2000)
            @PlainText(lines = Characters.Lines.SEVERAL)
            @Schema(examples = "Traitement lourd, pension de 1 850 MAD, trois enfants à charge")
            String reasons) {}

    @POST
    @Path("/{id}/proposal")
    @RolesAllowed(Roles.OFFICER)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "proposeAid",
            summary = "Propose an amount within what the programme grants",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state, amount-out-of-range, amount-negative, amount-three-decimals, amount-not-a-number, currency-unknown.")
    public RestResponse<AidRequestView> propose(@PathParam("id") UUID id, @NotNull @Valid ProposalBody body) {
        return views.ok(proposing.propose(id, body.amount(), body.reasons()));
    }

    @POST
    @Path("/{id}/approval")
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "approveAid",
            summary =
                    "Grant the amount proposed: somebody else than who proposed, within the delegation; reserves the budget",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state, approver-is-proposer, approver-instructed, amount-above-delegation, committee-decides, payee-told-dead, envelope-missing, envelope-exhausted.")
    public RestResponse<AidRequestView> approve(@PathParam("id") UUID id, @NotNull @Valid ReasonsBody body) {
        return views.ok(deciding.approve(id, body.reasons()));
    }

    @POST
    @Path("/{id}/rejection")
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "rejectAid",
            summary = "Refuse, with reasons in writing",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state, approver-is-proposer, approver-instructed, amount-above-delegation, committee-decides.")
    public RestResponse<AidRequestView> reject(@PathParam("id") UUID id, @NotNull @Valid ReasonsBody body) {
        return views.ok(deciding.reject(id, body.reasons()));
    }

    @POST
    @Path("/{id}/return")
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "returnAid",
            summary = "Send a proposal back to the officer for correction",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> sendBack(@PathParam("id") UUID id, @NotNull @Valid ReasonsBody body) {
        return views.ok(deciding.sendBack(id, body.reasons()));
    }
}
