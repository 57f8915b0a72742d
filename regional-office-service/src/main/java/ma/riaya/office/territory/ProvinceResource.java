package ma.riaya.office.territory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The 75 provinces and prefectures. */
@Path("/v1/provinces")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@Tag(name = "Territory")
class ProvinceResource {

    private final Provinces provinces;
    private final CurrentCaller caller;

    ProvinceResource(Provinces provinces, CurrentCaller caller) {
        this.provinces = provinces;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listProvinces",
            summary = "The provinces by code; of an office, of a region, or those that no office serves")
    public RestResponse<Page<ProvinceView>> list(
            @Valid @BeanParam ProvinceFilter filter, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<Province> page = Page.of(
                provinces.page(filter, paging.after(1), paging.toRead()),
                paging.limit(),
                province -> Cursor.of(province.code()));
        return Paging.answer(uri, page.map(province -> province.seenBy(caller.get())));
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getProvince",
            summary = "One province, with the office that serves it now",
            description = "Refusals: province-unknown.")
    public RestResponse<ProvinceView> get(@PathParam("code") String code) {
        Province province = provinces.find(code).orElseThrow(() -> new RefusedException(new CannotFind.Province(code)));
        return RestResponse.ResponseBuilder.ok(province.seenBy(caller.get()))
                .tag(IfMatch.tag(province.version()))
                .build();
    }
}
