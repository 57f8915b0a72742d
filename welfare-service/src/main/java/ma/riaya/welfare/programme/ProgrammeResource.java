package ma.riaya.welfare.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue of aid. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@Tag(name = "Programmes", description = "The catalogue of aid.")
class ProgrammeResource {

    private final Programmes programmes;

    ProgrammeResource(Programmes programmes) {
        this.programmes = programmes;
    }

    @GET
    @Operation(operationId = "listProgrammes", summary = "The programmes in force today, by code")
    public RestResponse<Page<ProgrammeView>> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Cursor after = paging.after(1);
        List<Programme> rest = programmes.catalogue().stream()
                .filter(programme -> after == null
                        || programme.code().compareTo(after.values().getFirst()) > 0)
                .limit(paging.toRead())
                .toList();
        return Paging.answer(
                uri,
                Page.of(rest, paging.limit(), programme -> Cursor.of(programme.code()))
                        .map(ProgrammeView::of));
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getProgramme",
            summary = "One programme, as in force today",
            description = "Refused as programme-unknown.")
    public ProgrammeView get(@PathParam("code") String code) {
        return programmes
                .today(code)
                .map(ProgrammeView::of)
                .orElseThrow(() ->
                        new RefusedException(new ProgrammeUnknown(code, Response.Status.NOT_FOUND.getStatusCode())));
    }
}
