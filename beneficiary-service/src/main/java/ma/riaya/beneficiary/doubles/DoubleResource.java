package ma.riaya.beneficiary.doubles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.UUID;
import ma.riaya.beneficiary.person.PossibleDoubles;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who may be one person. */
@Path("/v1/doubles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Doubles", description = "Two records that may be one person, and what was said of them.")
class DoubleResource {

    private final JudgeDouble judge;

    DoubleResource(JudgeDouble judge) {
        this.judge = judge;
    }

    @Schema(name = "SetApart")
    record ApartBody(
            @NotBlank
            @Size(max = 1000)
            @PlainText
            @Schema(examples = "Deux sœurs jumelles, actes de naissance 114 et 115/1968")
            String reason) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listDoubles",
            summary = "Who may be one person, the surest first",
            description =
                    "Roles: registry-manager, auditor; officer and office-head where both are of their own office, or of none. Whoever enters, is imported or changes is compared within seconds. A page may be short. Refusals: office-unknown, office-out-of-reach, cursor-invalid.")
    public RestResponse<Page<DoubleView>> list(
            @QueryParam("state") @DefaultValue("OPEN") PairState state,
            @QueryParam("certainty") PossibleDoubles.@Nullable Certainty certainty,
            @QueryParam("office")
                    @Pattern(regexp = "[A-Z]{3}")
                    @Parameter(description = "The office of one of the two.")
                    @Nullable
                    String office,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Paging.answer(uri, judge.page(state, certainty, office, paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getDouble",
            summary = "The two records side by side, numbers masked",
            description =
                    "Roles as for listDoubles, where the reader may read both. Refusals: double-unknown, person-unknown, office-out-of-reach.")
    public RestResponse<DoubleView.Compared> get(@PathParam("id") UUID id) {
        return answer(judge.read(id));
    }

    @POST
    @Path("/{id}/apart")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @Operation(
            operationId = "setApart",
            summary = "Say that these are two people; they are not raised again",
            description =
                    "Roles: registry-manager; officer and office-head where they may read both. If-Match is the ETag of the pair. Refusals: double-unknown, double-judged-already, person-unknown, office-out-of-reach.")
    public RestResponse<DoubleView.Compared> setApart(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @NotNull @Valid ApartBody body) {
        return answer(judge.setApart(id, headers, body.reason()));
    }

    private static RestResponse<DoubleView.Compared> answer(JudgeDouble.Read read) {
        return RestResponse.ResponseBuilder.ok(read.view())
                .tag(IfMatch.tag(read.version()))
                .build();
    }
}
