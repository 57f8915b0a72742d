package ma.riaya.beneficiary.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.riaya.beneficiary.erasure.Erasures.Erasure;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Erasures. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure", description = "What is past its retention is erased, unless something holds it.")
class ErasureResource {

    private final ErasePast erase;
    private final CurrentCaller caller;

    ErasureResource(ErasePast erase, CurrentCaller caller) {
        this.erase = erase;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(
            value = ErasureView.class,
            responseCode = "201",
            responseDescription = "Judged; nobody is erased.")
    @Operation(
            operationId = "judgeErasure",
            summary = "Judge whose retention has passed, 500 at most; nobody is erased",
            description = "Role: registry-manager.")
    public RestResponse<ErasureView> judge() {
        ErasureView view = view(erase.judge());
        return RestResponse.ResponseBuilder.<ErasureView>create(RestResponse.Status.CREATED, view)
                .location(URI.create("/v1/erasures/" + view.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "getErasure",
            summary = "An erasure and its counts",
            description = "Roles: registry-manager, auditor. Refusals: erasure-unknown.")
    public ErasureView get(@PathParam("id") UUID id) {
        return view(erase.find(id));
    }

    @GET
    @Path("/{id}/persons")
    @RolesAllowed({Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listErasurePersons",
            summary = "The persons of an erasure",
            description = "Roles: registry-manager, auditor. Refusals: erasure-unknown, cursor-invalid.")
    public RestResponse<Page<ErasureView.LineView>> persons(
            @PathParam("id") UUID id, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Cursor after = paging.after(1);
        Page<Erasures.Line> page = Page.of(
                erase.lines(id, after == null ? null : after.uuid(0), paging.toRead()),
                paging.limit(),
                line -> Cursor.of(line.personId()));
        return Paging.answer(
                uri, page.map(line -> new ErasureView.LineView(line.personId(), line.keptUntil(), line.outcome())));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ErasureView.class, responseCode = "200", responseDescription = "Erased.")
    @Operation(
            operationId = "confirmErasure",
            summary = "Erase those whom the dry run names; it cannot be undone",
            description =
                    "Role: another registry-manager than who judged. Whoever is held by now, or has a new right, is kept. Refusals: erasure-unknown, erasure-decided, erasure-own.")
    public RestResponse<ErasureView> confirm(@PathParam("id") UUID id) {
        return RestResponse.ok(view(erase.confirm(id)));
    }

    @POST
    @Path("/{id}/drop")
    @RolesAllowed(Roles.REGISTRY_MANAGER)
    @Idempotent
    @APIResponseSchema(value = ErasureView.class, responseCode = "200", responseDescription = "Dropped.")
    @Operation(
            operationId = "dropErasure",
            summary = "Leave a dry run without effect",
            description = "Role: registry-manager. Refusals: erasure-unknown, erasure-decided.")
    public RestResponse<ErasureView> drop(@PathParam("id") UUID id) {
        return RestResponse.ok(view(erase.drop(id)));
    }

    private ErasureView view(Erasure erasure) {
        return ErasureView.of(erasure, caller.get());
    }
}
