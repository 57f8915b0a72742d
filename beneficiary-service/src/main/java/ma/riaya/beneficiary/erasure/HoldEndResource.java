package ma.riaya.beneficiary.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.riaya.beneficiary.erasure.HoldResource.HoldView;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The end of a legal hold. */
@Path("/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
class HoldEndResource {

    private final Holds holds;

    HoldEndResource(Holds holds) {
        this.holds = holds;
    }

    @POST
    @Path("/{id}/lifting")
    @RolesAllowed({Roles.AUDITOR, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = HoldView.class, responseCode = "200", responseDescription = "Lifted.")
    @Operation(
            operationId = "liftHold",
            summary = "Lift a legal hold",
            description =
                    "Roles: auditor, registry-manager; never the one who set it. Refusals: hold-unknown, hold-lifted, hold-own.")
    public RestResponse<HoldView> lift(@PathParam("id") UUID id) {
        return RestResponse.ok(HoldView.of(holds.lift(id), null));
    }
}
