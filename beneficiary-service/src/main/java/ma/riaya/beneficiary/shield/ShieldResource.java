package ma.riaya.beneficiary.shield;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shields. */
@Path("/v1/shields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shields", description = "Colleagues in protected functions, whom nobody outside their unit finds.")
class ShieldResource {

    private final SetShield set;

    ShieldResource(SetShield set) {
        this.set = set;
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listShields",
            summary = "The shields of the reader's own units, the newest first",
            description = "Roles: registry-manager, auditor. Refusals: cursor-invalid.")
    public RestResponse<Page<ShieldView>> list(
            @QueryParam("state") @Parameter(description = "Only those in this state.") Shield.@Nullable State state,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Paging.answer(uri, set.page(state, paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getShield",
            summary = "One shield of the reader's own units",
            description = "Roles: registry-manager, auditor. Refusals: shield-unknown.")
    public ShieldView get(@PathParam("id") UUID id) {
        return set.find(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ShieldView.class, responseCode = "201", responseDescription = "Asked for.")
    @Operation(
            operationId = "proposeShield",
            summary = "Ask for a shield; it protects once another registry manager of the unit approves it",
            description =
                    "Role: registry-manager whose access token carries the unit. Refusals: shield-unit-not-carried, shield-exists, shield-until-passed, person-unknown, person-merged.")
    public RestResponse<ShieldView> propose(@NotNull @Valid ShieldBody body) {
        ShieldView view = set.propose(body);
        return RestResponse.ResponseBuilder.<ShieldView>create(RestResponse.Status.CREATED, view)
                .location(URI.create("/v1/shields/" + view.id()))
                .build();
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ShieldView.class, responseCode = "200", responseDescription = "Asked for.")
    @Operation(
            operationId = "proposeShieldEnd",
            summary = "Ask for the end of a shield; it protects until another registry manager approves the end",
            description = "Role: registry-manager of the unit. Refusals: shield-unknown, shield-not-in-force.")
    public RestResponse<ShieldView> proposeEnd(@PathParam("id") UUID id) {
        return RestResponse.ok(set.proposeEnd(id));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ShieldView.class, responseCode = "200", responseDescription = "Decided.")
    @Operation(
            operationId = "approveShield",
            summary = "Approve what waits: the shield, or its end",
            description =
                    "Role: another registry-manager of the unit. Refusals: shield-unknown, shield-nothing-waits, shield-own-act, shield-reference-in-sight.")
    public RestResponse<ShieldView> approve(@PathParam("id") UUID id) {
        return RestResponse.ok(set.approve(id));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ShieldView.class, responseCode = "200", responseDescription = "Decided.")
    @Operation(
            operationId = "refuseShield",
            summary = "Refuse what waits: the shield, or its end",
            description =
                    "Role: another registry-manager of the unit. Refusals: shield-unknown, shield-nothing-waits, shield-own-act.")
    public RestResponse<ShieldView> refuse(@PathParam("id") UUID id) {
        return RestResponse.ok(set.refuse(id));
    }
}
