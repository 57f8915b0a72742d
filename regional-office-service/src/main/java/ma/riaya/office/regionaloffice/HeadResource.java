package ma.riaya.office.regionaloffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who heads an office, and who did. */
@Path("/v1/offices/{code}/heads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@Tag(name = "Offices")
class HeadResource {

    private final Heads heads;
    private final Offices offices;
    private final CurrentCaller caller;

    HeadResource(Heads heads, Offices offices, CurrentCaller caller) {
        this.heads = heads;
        this.offices = offices;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listHeads",
            summary = "The heads of an office, the latest first",
            description = "Refusals: office-unknown.")
    public RestResponse<Page<AppointmentView>> list(
            @PathParam("code") String code, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        if (offices.find(code).isEmpty()) {
            throw new RefusedException(new CannotFindOffice.Unknown(code));
        }
        Cursor after = paging.after(1);
        LocalDate before = after == null ? null : after.value(0, LocalDate::parse);
        return Paging.answer(
                uri,
                Page.of(
                        heads.page(code, before, paging.toRead()),
                        paging.limit(),
                        appointment -> Cursor.of(appointment.from())));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Idempotent
    @APIResponseSchema(value = AppointmentView.class, responseCode = "201", responseDescription = "Appointed.")
    @Operation(
            operationId = "appointHead",
            summary = "Appoint the head of an office from a day on, which ends the former head’s service",
            description = "Refusals: office-unknown, head-appointment-overlaps, head-decision-already-used.")
    public RestResponse<AppointmentView> appoint(@PathParam("code") String code, @NotNull @Valid AppointmentBody body) {
        return RestResponse.status(RestResponse.Status.CREATED, heads.appoint(code, body, caller.get()));
    }
}
