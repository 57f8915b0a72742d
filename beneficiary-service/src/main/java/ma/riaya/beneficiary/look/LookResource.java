package ma.riaya.beneficiary.look;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.ProblemTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who looked. */
@Path("/v1/persons/{id}/looks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Looks", description = "Who looked at a person's sensitive fields, and why.")
class LookResource {

    private final ShowLooks show;

    LookResource(ShowLooks show) {
        this.show = show;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.REGISTRY_MANAGER, Roles.BENEFICIARY})
    @Operation(
            operationId = "listLooks",
            summary = "Who looked at the person's sensitive fields, the newest first",
            description =
                    "Roles: beneficiary for the own record, in words; auditor, with the names of the accounts; registry-manager. The look of those who oversee is recorded too. Refusals: person-unknown, cursor-invalid, look-not-recorded.")
    public RestResponse<Page<LookView>> list(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String languages,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Paging.answer(uri, show.at(id, paging, ProblemTexts.negotiate(languages)));
    }
}
