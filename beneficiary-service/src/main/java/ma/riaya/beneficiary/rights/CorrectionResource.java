package ma.riaya.beneficiary.rights;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Requests for correction. */
@Path("/v1/correction-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
class CorrectionResource {

    private final AskCorrection ask;
    private final StatePurpose purposes;

    CorrectionResource(AskCorrection ask, StatePurpose purposes) {
        this.ask = ask;
        this.purposes = purposes;
    }

    record AnswerBody(
            @NotNull AnswerBody.Outcome outcome,

            @NotBlank @Size(max = 2000) @Schema(examples = "Acte de naissance produit et vérifié.")
            String reasons) {

        @Schema(name = "CorrectionOutcome")
        enum Outcome {
            ACCEPTED,
            REFUSED
        }
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listCorrections",
            summary = "All requests for correction, the newest first",
            description = "Roles: registry-manager, auditor. Refusals: cursor-invalid.")
    public RestResponse<Page<CorrectionView>> all(
            @QueryParam("state") CorrectionRequest.@Nullable State state,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Paging.answer(uri, ask.all(state, paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BENEFICIARY, Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getCorrection",
            summary = "One request for correction; its texts with a purpose",
            description =
                    "Roles: beneficiary for the own record, with the texts; officer, office-head, registry-manager and auditor for a person in their reach, with the texts where a purpose is stated, and that look is recorded. Refusals: correction-unknown, office-out-of-reach, purpose-unknown, purpose-not-authorised, purpose-not-for-role, look-not-recorded.")
    public CorrectionView get(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "Why the texts are read.") @Nullable
                    String purpose) {
        return ask.read(id, purposes.of(purpose));
    }

    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = CorrectionView.class, responseCode = "200", responseDescription = "Answered.")
    @Operation(
            operationId = "answerCorrection",
            summary = "Accept or refuse a request for correction, with reasons",
            description =
                    "Role: registry-manager, never on what they filed themselves. What is accepted is corrected in the record as always. Refusals: correction-unknown, correction-answered, correction-own.")
    public RestResponse<CorrectionView> answer(@PathParam("id") UUID id, @NotNull @Valid AnswerBody body) {
        return RestResponse.ok(
                ask.answer(id, CorrectionRequest.State.valueOf(body.outcome().name()), body.reasons()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.BENEFICIARY, Roles.OFFICER, Roles.OFFICE_HEAD})
    @Idempotent
    @APIResponseSchema(value = CorrectionView.class, responseCode = "200", responseDescription = "Withdrawn.")
    @Operation(
            operationId = "withdrawCorrection",
            summary = "Take a request for correction back",
            description =
                    "Roles: whoever filed it. Refusals: correction-unknown, correction-answered, correction-not-yours.")
    public RestResponse<CorrectionView> withdraw(@PathParam("id") UUID id) {
        return RestResponse.ok(ask.withdraw(id));
    }
}
