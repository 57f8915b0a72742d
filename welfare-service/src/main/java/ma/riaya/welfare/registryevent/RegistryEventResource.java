package ma.riaya.welfare.registryevent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where beneficiary-service tells what changed in the registry. */
@Path("/v1/registry-events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRY_FEED)
@Tag(name = "Registry events", description = "What beneficiary-service tells of changes in the registry.")
class RegistryEventResource {

    private final RegistryNotices notices;

    RegistryEventResource(RegistryNotices notices) {
        this.notices = notices;
    }

    @Schema(name = "RegistryEventsTaken")
    record Taken(
            @Schema(examples = "499", description = "How many were not known yet.")
            int fresh) {}

    @POST
    @Idempotent
    @Operation(
            operationId = "takeRegistryEvents",
            summary = "Take notice of changes in the registry; what comes twice, or late, does no harm",
            description =
                    "Role: registry-feed, which beneficiary-service holds by client credentials and no person. At most 500 at once. Refusals: body-invalid.")
    public RestResponse<Taken> take(@NotNull @Valid RegistryEventsBody body) {
        return RestResponse.ok(new Taken(notices.keep(body.events())));
    }
}
