package ma.riaya.beneficiary.rights;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests for correction of one person. */
@Path("/v1/persons/{id}/correction-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
class CorrectionOfPersonResource {

    private final AskCorrection ask;

    CorrectionOfPersonResource(AskCorrection ask) {
        this.ask = ask;
    }

    @Schema(name = "CorrectionRequestBody")
    record CorrectionBody(
            @NotBlank
            @Size(max = 2000)
            @Schema(
                    examples = "Ma date de naissance est le 12 mai 1968.",
                    description = "What is wrong, and how it should be; kept sealed.")
            String said) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BENEFICIARY, Roles.OFFICER, Roles.OFFICE_HEAD})
    @Idempotent
    @APIResponseSchema(value = CorrectionView.class, responseCode = "201", responseDescription = "Filed.")
    @Operation(
            operationId = "fileCorrection",
            summary = "Say that something in a record is wrong",
            description =
                    "Roles: beneficiary for the own record; officer and office-head for a person in their reach. Refusals: person-unknown, office-out-of-reach.")
    public RestResponse<CorrectionView> file(@PathParam("id") UUID id, @NotNull @Valid CorrectionBody body) {
        CorrectionView view = ask.file(id, body.said());
        return RestResponse.ResponseBuilder.<CorrectionView>create(RestResponse.Status.CREATED, view)
                .location(URI.create("/v1/correction-requests/" + view.id()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.BENEFICIARY, Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listCorrectionsOfPerson",
            summary = "The requests for correction of a person, the newest first",
            description =
                    "Roles: beneficiary for the own record, with the texts; officer, office-head, registry-manager and auditor for a person in their reach, without. Refusals: person-unknown, office-out-of-reach, cursor-invalid.")
    public RestResponse<Page<CorrectionView>> ofPerson(
            @PathParam("id") UUID id, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        return Paging.answer(uri, ask.ofPerson(id, paging));
    }
}
