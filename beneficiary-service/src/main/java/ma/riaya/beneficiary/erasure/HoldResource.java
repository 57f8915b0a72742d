package ma.riaya.beneficiary.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Legal holds of a person. */
@Path("/v1/persons/{id}/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
class HoldResource {

    private final Holds holds;

    HoldResource(Holds holds) {
        this.holds = holds;
    }

    record HoldBody(
            @NotBlank @Size(max = 500) @Schema(examples = "Procédure devant le tribunal administratif, 2026/114")
            String reason) {}

    @Schema(name = "Hold")
    record HoldView(
            UUID id,
            UUID personId,

            @Nullable @Schema(description = "Why; null in the answer to an act, which is kept.")
            String reason,

            Instant setAt,
            @Nullable Instant liftedAt) {

        static HoldView of(Holds.Hold hold, @Nullable String reason) {
            return new HoldView(
                    hold.id(),
                    hold.personId(),
                    reason,
                    hold.setAt().toInstant(),
                    hold.liftedAt() == null ? null : hold.liftedAt().toInstant());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = HoldView.class, responseCode = "201", responseDescription = "Held.")
    @Operation(
            operationId = "holdPerson",
            summary = "Keep a person from being erased",
            description = "Roles: auditor, registry-manager. Refusals: person-unknown.")
    public RestResponse<HoldView> set(@PathParam("id") UUID id, @NotNull @Valid HoldBody body) {
        return RestResponse.status(RestResponse.Status.CREATED, HoldView.of(holds.set(id, body.reason()), null));
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.REGISTRY_MANAGER})
    @Operation(
            operationId = "listHolds",
            summary = "The legal holds of a person",
            description =
                    "Roles: auditor, registry-manager. They are few, so all stand on one page. Refusals: person-unknown.")
    public Page<HoldView> list(@PathParam("id") UUID id) {
        return new Page<>(
                holds.of(id).stream()
                        .map(hold -> HoldView.of(hold, holds.reason(hold)))
                        .toList(),
                null);
    }
}
