package ma.riaya.beneficiary.rights;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.openapi.ContractConventions;
import ma.riaya.kit.problem.ProblemTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A copy of all that is held. */
@Path("/v1/persons/{id}/export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights", description = "What a person may ask for: a copy of all that is held, and a correction.")
class ExportResource {

    private final ExportPerson export;
    private final StatePurpose purposes;

    ExportResource(ExportPerson export, StatePurpose purposes) {
        this.export = export;
        this.purposes = purposes;
    }

    @POST
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.BENEFICIARY})
    @Extension(name = ContractConventions.ONLY_ASKS, value = "true")
    @APIResponse(
            responseCode = "200",
            description =
                    "A file of JSON: under held each table with what it is and its rows, sealed values opened, and under looks who looked.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @Operation(
            operationId = "exportPerson",
            summary = "A copy of all that is held on a person, and of who looked",
            description =
                    "Roles: beneficiary for the own record; registry-manager on the person's request; both with Riaya-Purpose: PERSON_REQUEST. The copy is recorded as a look. Refusals: person-unknown, purpose-missing, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded.")
    public RestResponse<ObjectNode> export(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "PERSON_REQUEST.") @Nullable String purpose,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String languages) {
        StatedPurpose stated =
                purposes.requireOnly(StatePurpose.PERSON_REQUEST, purpose, EnumSet.allOf(SensitiveField.class));
        return RestResponse.ResponseBuilder.ok(export.export(id, stated, ProblemTexts.negotiate(languages)))
                .header("Content-Disposition", "attachment; filename=\"person-" + id + ".json\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
