package ma.riaya.beneficiary.doubles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Comparing everybody with everybody else. */
@Path("/v1/double-sweeps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Doubles")
class SweepResource {

    private final Sweeps sweeps;
    private final CurrentCaller caller;
    private final Audit audit;

    SweepResource(Sweeps sweeps, CurrentCaller caller, Audit audit) {
        this.sweeps = sweeps;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "DoubleSweep")
    record SweepView(
            UUID id,
            Sweeps.Sweep.State state,

            @Schema(examples = "41200", description = "How many were compared.")
            long compared,

            @Schema(examples = "37", description = "How many pairs were not on the list before.")
            long found,

            Instant startedAt,
            @Nullable Instant finishedAt) {

        static SweepView of(Sweeps.Sweep sweep) {
            return new SweepView(
                    sweep.id(),
                    sweep.state(),
                    sweep.compared(),
                    sweep.found(),
                    sweep.startedAt().toInstant(),
                    Optional.ofNullable(sweep.finishedAt())
                            .map(OffsetDateTime::toInstant)
                            .orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = SweepView.class, responseCode = "202", responseDescription = "Begun.")
    @Operation(
            operationId = "startDoubleSweep",
            summary = "Compare everybody of the registry with everybody else",
            description =
                    "Role: registry-manager. It goes on after a restart where it stood. Refusals: double-sweep-running.")
    public RestResponse<SweepView> start() {
        UUID id = sweeps.start(caller.get().subject())
                .orElseThrow(() -> new RefusedException(new CannotJudgeDouble.SweepRunning()));
        audit.append(AuditEntry.of("double-sweep-started", "double-sweep", id).with(Map.of()));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view(id))
                .location(URI.create("/v1/double-sweeps/" + id))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getDoubleSweep",
            summary = "How far it is",
            description = "Roles: registry-manager, auditor. Refusals: double-sweep-unknown.")
    public SweepView get(@PathParam("id") UUID id) {
        return view(id);
    }

    private SweepView view(UUID id) {
        return sweeps.find(id)
                .map(SweepView::of)
                .orElseThrow(() -> new RefusedException(new CannotJudgeDouble.SweepUnknown(id)));
    }
}
