package ma.riaya.office.territory;

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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.office.regionaloffice.Office;
import ma.riaya.office.regionaloffice.OfficeView;
import ma.riaya.office.regionaloffice.Offices;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which office serves a province, and which ones did. */
@Path("/v1/provinces/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@Tag(name = "Territory")
class AssignmentResource {

    private final Provinces provinces;
    private final Assignments assignments;
    private final Offices offices;
    private final CurrentCaller caller;
    private final IfMatch ifMatch;

    AssignmentResource(
            Provinces provinces, Assignments assignments, Offices offices, CurrentCaller caller, IfMatch ifMatch) {
        this.provinces = provinces;
        this.assignments = assignments;
        this.offices = offices;
        this.caller = caller;
        this.ifMatch = ifMatch;
    }

    @GET
    @Path("/office")
    @Operation(
            operationId = "getOfficeOfProvince",
            summary = "The office that serves a province now",
            description = "Refusals: province-unknown, province-without-office.")
    public RestResponse<OfficeView> office(@PathParam("code") String code) {
        Office serving = Optional.ofNullable(found(code).office())
                .flatMap(offices::find)
                .orElseThrow(() -> new RefusedException(new CannotFind.ServingOffice(code)));
        return RestResponse.ResponseBuilder.ok(serving.seenBy(caller.get()))
                .tag(IfMatch.tag(serving.version()))
                .build();
    }

    @GET
    @Path("/assignments")
    @Operation(
            operationId = "listAssignments",
            summary = "The offices that served a province, the latest first",
            description = "Refusals: province-unknown.")
    public RestResponse<Page<AssignmentView>> list(
            @PathParam("code") String code, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Province province = found(code);
        Cursor after = paging.after(1);
        Instant before = after == null ? null : after.value(0, Instant::parse);
        return Paging.answer(
                uri,
                Page.of(
                        assignments.page(province.code(), before, paging.toRead()),
                        paging.limit(),
                        assignment -> Cursor.of(assignment.from())));
    }

    @PUT
    @Path("/office")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "assignProvince",
            summary = "Give a province to an office, or to none, from now on",
            description =
                    "Refusals: province-unknown, province-already-with-office, province-already-without-office, assignment-office-unknown.")
    public RestResponse<ProvinceView> assign(
            @PathParam("code") String code, @NotNull @Valid AssignmentBody body, @Context HttpHeaders headers) {
        Province seen = found(code);
        ifMatch.require(headers, seen.version());
        refuseUnknown(body.office());
        refuseSame(seen, body.office());
        assignments.assign(seen, body, caller.get());
        Province assigned = found(code);
        return RestResponse.ResponseBuilder.ok(assigned.seenBy(caller.get()))
                .tag(IfMatch.tag(assigned.version()))
                .build();
    }

    private Province found(String code) {
        return provinces.find(code).orElseThrow(() -> new RefusedException(new CannotFind.Province(code)));
    }

    private void refuseUnknown(@Nullable String office) {
        if (office != null && offices.find(office).isEmpty()) {
            throw new RefusedException(new CannotAssign.OfficeUnknown(office));
        }
    }

    private static void refuseSame(Province seen, @Nullable String office) {
        if (Objects.equals(seen.office(), office)) {
            throw new RefusedException(
                    office == null
                            ? new CannotAssign.AlreadyWithout(seen.code())
                            : new CannotAssign.AlreadyServed(seen.code(), office));
        }
    }
}
