package ma.riaya.beneficiary.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private final StopOrConfirm stopOrConfirm;
    private final ImportLines lines;
    private final ImportVerdicts verdicts;
    private final WriteCorrections corrections;
    private final StatePurpose purposes;
    private final CurrentCaller caller;

    ImportResource(
            ReceiveFile receive,
            StopOrConfirm stopOrConfirm,
            ImportLines lines,
            ImportVerdicts verdicts,
            WriteCorrections corrections,
            StatePurpose purposes,
            CurrentCaller caller) {
        this.receive = receive;
        this.stopOrConfirm = stopOrConfirm;
        this.lines = lines;
        this.verdicts = verdicts;
        this.corrections = corrections;
        this.purposes = purposes;
        this.caller = caller;
    }

    @POST
    @Consumes({Upload.CSV, Upload.XLSX})
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @RequestBody(
            required = true,
            description =
                    "CSV in UTF-8 or Windows-1256 with comma, semicolon or tab, or the first sheet of a workbook; a header in Arabic, French or English. 50 MB at most, a workbook 25 MB.",
            content = {
                @Content(mediaType = Upload.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Upload.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "Taken; it is read in the background.")
    @Operation(
            operationId = "importRegistry",
            summary = "Take in a file of the registry, or judge it only; it is read in the background",
            description =
                    "Role: registry-manager. A row that says nothing new touches nothing; an empty field leaves what stands; each source changes what is its own. A file that breaks off is taken in up to there. Refusals of the whole file: import-not-utf8, import-not-csv, import-not-xlsx, import-workbook-too-large, import-workbook-unsafe, import-columns-missing, import-columns-unknown, import-columns-of-another-source, import-source-unknown.")
    public RestResponse<ImportView> receive(
            @QueryParam("source")
                    @DefaultValue("REGISTRY")
                    @Parameter(description = "Whose file it is: REGISTRY, HR, PENSION_FUND or MUTUAL.")
                    Source source,
            @QueryParam("coverage")
                    @DefaultValue("PARTIAL")
                    @Parameter(
                            description =
                                    "COMPLETE where whoever is not in the file is not the source's any more: they are marked and listed, and nothing of them is removed.")
                    ImportJob.Coverage coverage,
            @QueryParam("run")
                    @DefaultValue("REAL")
                    @Parameter(description = "DRY to judge each row and change nobody; confirm it for real after.")
                    ImportView.RunKind run,
            @QueryParam("encoding") @Parameter(description = "UTF_8 or WINDOWS_1256; found where left out.") @Nullable
                    Encoding encoding,
            @QueryParam("separator")
                    @Parameter(description = "COMMA, SEMICOLON or TAB; found where left out.")
                    @Nullable
                    Separator separator,
            @NotNull Upload body) {
        return accepted(
                receive.receive(body, new ReceiveFile.Order(source, coverage, run.effect(), encoding, separator)));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "Taken; the same rows are read again, for real.")
    @Operation(
            operationId = "confirmImport",
            summary = "Take in for real the file that a dry run judged",
            description =
                    "Role: registry-manager. Each row is judged again, since the registry may have changed. Refusals: import-unknown, import-not-to-confirm, import-content-gone.")
    public RestResponse<ImportView> confirm(@PathParam("id") UUID id) {
        return accepted(stopOrConfirm.confirm(id));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ImportView.class, responseCode = "200", responseDescription = "Stopped.")
    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import; what it has taken in stands, the rest is not read",
            description = "Role: registry-manager. Refusals: import-unknown, import-ended.")
    public RestResponse<ImportView> cancel(@PathParam("id") UUID id) {
        return RestResponse.ok(ImportView.of(stopOrConfirm.cancel(id), true));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getImport",
            summary = "How far a file is",
            description = "Roles: registry-manager, auditor. Refusals: import-unknown.")
    public ImportView get(@PathParam("id") UUID id) {
        return ImportView.of(receive.find(id), caller.get().has(Roles.REGISTRY_MANAGER));
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listImportRows",
            summary = "What became of each row",
            description = "Roles: registry-manager, auditor. Refusals: import-unknown, cursor-invalid.")
    public RestResponse<Page<ImportRowView>> rows(
            @PathParam("id") UUID id,
            @QueryParam("verdict")
                    @Pattern(regexp = "created|updated|unchanged|needs-look|refused")
                    @Parameter(description = "created, updated, unchanged, needs-look or refused; all where left out.")
                    @Nullable
                    String verdict,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        receive.find(id);
        Page<ImportVerdicts.Line> page = Page.of(
                verdicts.page(id, verdict, paging.after(1), paging.toRead()),
                paging.limit(),
                line -> Cursor.of(line.line()));
        return Paging.answer(uri, page.map(line -> new ImportRowView(line.line(), line.verdict(), line.person())));
    }

    @GET
    @Path("/{id}/corrections")
    @Produces(Upload.CSV)
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @APIResponse(
            responseCode = "200",
            description = "CSV in UTF-8 with its mark, the columns as sent and one more with the reasons.",
            content = @Content(mediaType = Upload.CSV, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "readImportCorrections",
            summary = "The rows that were left out, as a file to correct and send again",
            description =
                    "Role: registry-manager, with Riaya-Purpose: REGISTRY_MAINTENANCE; the look is recorded. Refusals: import-unknown, import-still-runs, import-content-gone, purpose-missing, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded.")
    public RestResponse<StreamingOutput> corrections(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "REGISTRY_MAINTENANCE.") @Nullable
                    String purpose,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String languages) {
        ImportJob job = corrections.opened(
                id,
                purposes.requireOnly(
                        StatePurpose.REGISTRY_MAINTENANCE,
                        purpose,
                        Set.of(SensitiveField.CIN, SensitiveField.ACCOUNT, SensitiveField.PENSION)));
        Locale language = ProblemTexts.negotiate(languages);
        return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.OK)
                .entity(out -> corrections.write(job, language, out))
                .header("Content-Type", Upload.CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"corrections-" + id + ".csv\"")
                .build();
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
                    @Pattern(regexp = "refused|needs-look|warning|absent")
                    @Parameter(description = "refused, needs-look, warning or absent; all where left out.")
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

    private static RestResponse<ImportView> accepted(ImportJob job) {
        return RestResponse.ResponseBuilder.<ImportView>create(ACCEPTED)
                .entity(ImportView.of(job, true))
                .location(URI.create("/v1/imports/" + job.id()))
                .build();
    }
}
