package ma.riaya.beneficiary.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.ProblemTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files of the registry. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files of the registry taken in.")
class ImportResource {

    private static final int ACCEPTED = 202;

    private final ReceiveFile receive;
    private final ImportLines lines;

    ImportResource(ReceiveFile receive, ImportLines lines) {
        this.receive = receive;
        this.lines = lines;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @RequestBody(
            required = true,
            description =
                    "UTF-8, comma, a header that names the 16 columns: reference, matricule, cin, family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex, birth_date, death_date, province, office, categories, pensions, rib, links. 50 MB at most.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "Taken; it is read in the background.")
    @Operation(
            operationId = "importRegistry",
            summary = "Take in a file of the registry; it is read in the background",
            description =
                    "Role: registry-manager. A row that says nothing new touches nothing; an empty field leaves what stands. Refusals of the whole file: import-not-utf8, import-not-csv, import-columns-missing, import-columns-unknown.")
    public RestResponse<ImportView> receive(@NotNull CsvUpload body) {
        ImportView view = ImportView.of(receive.receive(body));
        return RestResponse.ResponseBuilder.<ImportView>create(ACCEPTED)
                .entity(view)
                .location(URI.create("/v1/imports/" + view.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getImport",
            summary = "How far a file is",
            description = "Roles: registry-manager, auditor. Refusals: import-unknown.")
    public ImportView get(@PathParam("id") UUID id) {
        return ImportView.of(receive.find(id));
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listImportLines",
            summary = "What was refused or doubted, line by line",
            description = "Roles: registry-manager, auditor. Refusals: import-unknown, cursor-invalid.")
    public RestResponse<Page<ImportLineView>> lines(
            @PathParam("id") UUID id,
            @QueryParam("verdict")
                    @Pattern(regexp = "refused|warning")
                    @Parameter(description = "refused or warning; both where left out.")
                    @Nullable
                    String verdict,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String languages,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        receive.find(id);
        Locale language = ProblemTexts.negotiate(languages);
        Page<ImportLines.Line> page = Page.of(
                lines.page(id, verdict, paging.after(2), paging.toRead()),
                paging.limit(),
                line -> Cursor.of(line.line(), line.number()));
        return Paging.answer(uri, page.map(line -> lines.view(line, language)));
    }
}
