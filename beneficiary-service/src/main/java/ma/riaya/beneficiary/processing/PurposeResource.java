package ma.riaya.beneficiary.processing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The register of processing. */
@Path("/v1/purposes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Purposes", description = "What sensitive fields are read for: the register of processing.")
class PurposeResource {

    private static final String CODE = "[A-Z][A-Z_]{2,39}";

    private final Purposes purposes;
    private final ChangeRegister change;
    private final CurrentCaller caller;

    PurposeResource(Purposes purposes, ChangeRegister change, CurrentCaller caller) {
        this.purposes = purposes;
        this.change = change;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN,
        Roles.BENEFICIARY
    })
    @Operation(
            operationId = "listPurposes",
            summary = "The purposes in force, and the changes that wait for a second person",
            description = "Roles: all. They are few, so all stand on one page.")
    public Page<PurposeView> list() {
        return page(purposes.current());
    }

    @GET
    @Path("/{code}/versions")
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN, Roles.COMMITTEE})
    @Operation(
            operationId = "listPurposeVersions",
            summary = "What a purpose was and is, the newest first",
            description = "Roles: auditor, admin, committee.")
    public Page<PurposeView> versions(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return page(purposes.versions(code));
    }

    @POST
    @Path("/{code}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Idempotent
    @APIResponseSchema(value = PurposeView.class, responseCode = "201", responseDescription = "Prepared.")
    @Operation(
            operationId = "proposePurpose",
            summary = "Prepare a purpose or a change of one; it counts once another person has approved it",
            description = "Role: admin. Refusals: purpose-change-waits.")
    public RestResponse<PurposeView> propose(
            @PathParam("code") @Pattern(regexp = CODE) String code, @NotNull @Valid PurposeBody body) {
        return RestResponse.status(RestResponse.Status.CREATED, view(change.propose(code, body)));
    }

    @POST
    @Path("/{code}/versions/{version}/approval")
    @RolesAllowed({Roles.ADMIN, Roles.COMMITTEE})
    @Idempotent
    @APIResponseSchema(value = PurposeView.class, responseCode = "200", responseDescription = "In force.")
    @Operation(
            operationId = "approvePurpose",
            summary = "Put a prepared version in force",
            description =
                    "Roles: admin, committee; never the one who prepared it. Refusals: purpose-version-unknown, purpose-version-decided, purpose-own-change.")
    public RestResponse<PurposeView> approve(
            @PathParam("code") @Pattern(regexp = CODE) String code, @PathParam("version") int version) {
        return RestResponse.ok(view(change.approve(code, version)));
    }

    @POST
    @Path("/{code}/versions/{version}/refusal")
    @RolesAllowed({Roles.ADMIN, Roles.COMMITTEE})
    @Idempotent
    @APIResponseSchema(value = PurposeView.class, responseCode = "200", responseDescription = "Refused.")
    @Operation(
            operationId = "refusePurpose",
            summary = "Refuse a prepared version; what is in force stays",
            description =
                    "Roles: admin, committee; never the one who prepared it. Refusals: purpose-version-unknown, purpose-version-decided, purpose-own-change.")
    public RestResponse<PurposeView> refuse(
            @PathParam("code") @Pattern(regexp = CODE) String code, @PathParam("version") int version) {
        return RestResponse.ok(view(change.refuse(code, version)));
    }

    private Page<PurposeView> page(List<PurposeVersion> rows) {
        return new Page<>(rows.stream().map(this::view).toList(), null);
    }

    private PurposeView view(PurposeVersion row) {
        return PurposeView.of(row, caller.get());
    }
}
