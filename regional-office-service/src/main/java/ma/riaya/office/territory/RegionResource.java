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
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The 12 regions. */
@Path("/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@Tag(name = "Territory", description = "Regions and provinces, and the office that serves each province.")
class RegionResource {

    private final Regions regions;

    RegionResource(Regions regions) {
        this.regions = regions;
    }

    @GET
    @Operation(operationId = "listRegions", summary = "The regions, by code")
    public RestResponse<Page<RegionView>> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<RegionView> page = Page.of(
                regions.page(paging.after(1), paging.toRead()), paging.limit(), region -> Cursor.of(region.code()));
        return Paging.answer(uri, page);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getRegion", summary = "One region", description = "Refusals: region-unknown.")
    public RegionView get(@PathParam("code") String code) {
        return regions.find(code).orElseThrow(() -> new RefusedException(new CannotFind.Region(code)));
    }
}
