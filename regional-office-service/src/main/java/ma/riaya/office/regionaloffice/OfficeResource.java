package ma.riaya.office.regionaloffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The 17 regional offices. */
@Path("/v1/offices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@Tag(name = "Offices", description = "The 17 regional offices, and who heads each.")
class OfficeResource {

    private final Offices offices;
    private final CurrentCaller caller;
    private final IfMatch ifMatch;

    OfficeResource(Offices offices, CurrentCaller caller, IfMatch ifMatch) {
        this.offices = offices;
        this.caller = caller;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(operationId = "listOffices", summary = "The offices, by code")
    public RestResponse<Page<OfficeView>> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<Office> page = Page.of(
                offices.page(paging.after(1), paging.toRead()), paging.limit(), office -> Cursor.of(office.code()));
        return Paging.answer(uri, page.map(office -> office.seenBy(caller.get())));
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getOffice",
            summary = "One office, with its head of today",
            description = "Refusals: office-unknown.")
    public RestResponse<OfficeView> get(@PathParam("code") String code) {
        return answer(found(code));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeOffice",
            summary = "Change an office's names, coordinates and contacts",
            description = "Refusals: office-unknown.")
    public RestResponse<OfficeView> change(
            @PathParam("code") String code, @NotNull @Valid OfficeBody body, @Context HttpHeaders headers) {
        Office seen = found(code);
        ifMatch.require(headers, seen.version());
        offices.change(seen, body);
        return answer(found(code));
    }

    private Office found(String code) {
        return offices.find(code).orElseThrow(() -> new RefusedException(new CannotFindOffice.Unknown(code)));
    }

    private RestResponse<OfficeView> answer(Office office) {
        return RestResponse.ResponseBuilder.ok(office.seenBy(caller.get()))
                .tag(IfMatch.tag(office.version()))
                .build();
    }
}
