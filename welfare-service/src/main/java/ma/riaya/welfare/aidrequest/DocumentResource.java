package ma.riaya.welfare.aidrequest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.welfare.purpose.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a family hands in with its request. */
@Path("/v1/aid-requests/{id}/documents")
@Tag(name = "Aid requests")
class DocumentResource {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    private final KeepDocument keeping;

    DocumentResource(KeepDocument keeping) {
        this.keeping = keeping;
    }

    @POST
    @Consumes({PDF, JPEG, PNG})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Idempotent
    @APIResponseSchema(value = DocumentView.class, responseCode = "201", responseDescription = "Added.")
    @Operation(
            operationId = "addDocument",
            summary = "Add a document to a request: the bytes of a PDF, JPEG or PNG, 10 MB and 50 documents at most",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state, document-name-malformed, document-form-unknown, document-too-large, documents-too-many.")
    public RestResponse<DocumentView> add(
            @PathParam("id") UUID id, @Valid @BeanParam DocumentHeaders headers, byte[] body) {
        DocumentView added = keeping.add(id, headers.kind(), headers.name(), body);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, added)
                .location(URI.create("/v1/aid-requests/" + id + "/documents/" + added.id()))
                .build();
    }

    @GET
    @Path("/{document}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.COMMITTEE, Roles.AUDITOR})
    @Operation(
            operationId = "getDocument",
            summary = "The bytes of a document, for a stated purpose; the look is recorded",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, document-unknown, purpose-missing, purpose-not-covered.")
    public RestResponse<byte[]> get(
            @PathParam("id") UUID id,
            @PathParam("document") UUID document,
            @HeaderParam(Purpose.HEADER)
                    @Nullable
                    @Parameter(description = "AID_INSTRUCTION or AUDIT.", required = true)
                    String purpose) {
        KeepDocument.Shown shown =
                keeping.look(id, document, Purpose.require(purpose, Purpose.AID_INSTRUCTION, Purpose.AUDIT));
        String name = URLEncoder.encode(shown.document().name(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        // It is handed over to be saved: no browser is to show it as a page of this product.
        return RestResponse.ResponseBuilder.ok(shown.content())
                .type(shown.document().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
