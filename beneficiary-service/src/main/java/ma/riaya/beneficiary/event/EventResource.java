package ma.riaya.beneficiary.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What happens in the lives of persons. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Life events", description = "What happens in a life, and which categories and links it opens and closes.")
class EventResource {

    private static final String REFUSALS =
            "Refusals: person-unknown, office-out-of-reach, event-needs-registry-manager, event-in-the-future, event-before-birth, event-after-death, event-other-missing, event-other-not-wanted, event-manner-of-a-death, event-birth-differs, event-not-married, event-stands-already, and those of addLink for a marriage or a birth. ";

    private final RecordEvent record;
    private final ReadEvents read;
    private final FallenRelatives fallen;
    private final ReachAges ages;
    private final StatePurpose purposes;

    EventResource(RecordEvent record, ReadEvents read, FallenRelatives fallen, ReachAges ages, StatePurpose purposes) {
        this.record = record;
        this.read = read;
        this.fallen = fallen;
        this.ages = ages;
        this.purposes = purposes;
    }

    @POST
    @Path("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = EventView.class, responseCode = "201", responseDescription = "Entered.")
    @Operation(
            operationId = "recordEvent",
            summary = "Enter what happened in a life; what follows by the rules follows at once",
            description =
                    "Roles: registry-manager; officer, office-head for MARRIAGE, DIVORCE and BIRTH where their office follows the person, or nobody does. "
                            + REFUSALS
                            + "Warnings: was-not-active, was-not-widowed, remarriage-meant, and those of addLink. A consequence that contradicts what a source or a hand says is shown as a CONFLICT and changes nothing.")
    public RestResponse<EventView> record(@PathParam("id") UUID id, @NotNull @Valid EventBody body) {
        return created(record.record(id, body));
    }

    @POST
    @Path("/{id}/events/{event}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = EventView.class, responseCode = "201", responseDescription = "Corrected.")
    @Operation(
            operationId = "correctEvent",
            summary = "Correct an event, or withdraw it, by another that names it; what followed is worked out anew",
            description =
                    "Roles as for recordEvent, of both kinds. What was known before stays known as of then. Refusals: event-unknown, event-corrected-already. "
                            + REFUSALS)
    public RestResponse<EventView> correct(
            @PathParam("id") UUID id, @PathParam("event") UUID event, @NotNull @Valid CorrectionBody body) {
        return created(record.correct(id, event, body));
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listEvents",
            summary = "The events of a life and those in which the person is the other, as entered, the oldest first",
            description =
                    "Roles: all of headquarters; officer and office-head for their own office and for persons without one. Evidence on health is shown where a purpose covers it, and the look is recorded. Refusals: person-unknown, office-out-of-reach, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded, cursor-invalid.")
    public RestResponse<Page<EventView>> list(
            @PathParam("id") UUID id,
            @Valid @BeanParam Paging paging,
            @HeaderParam(StatedPurpose.HEADER)
                    @Parameter(
                            description = "A purpose of GET /v1/purposes that covers health, such as AID_INSTRUCTION.")
                    @Nullable
                    String purpose,
            @Context UriInfo uri) {
        Cursor after = paging.after(1);
        return Paging.answer(
                uri,
                Page.of(
                        read.page(id, purposes.of(purpose), after == null ? null : after.uuid(0), paging.toRead()),
                        paging.limit(),
                        event -> Cursor.of(event.id())));
    }

    @GET
    @Path("/{id}/fallen-relatives")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listFallenRelatives",
            summary = "Whose widow or widower, child, father or mother the person is among officers fallen on duty",
            description =
                    "It follows from the deaths entered as ON_DUTY and the links of the day before. Roles: all of headquarters; officer and office-head for their own office and for persons without one. At most a few; not paged. Refusals: person-unknown, office-out-of-reach.")
    public FallenRelatives.Found fallenRelatives(@PathParam("id") UUID id) {
        return fallen.of(id);
    }

    @GET
    @Path("/{id}/ages")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "getAges",
            summary = "When the person reaches 16, 18, 21 and 25 years, and when a child or an orphan is one no more",
            description =
                    "It follows from the birth date, the end of schooling and a disability; a programme decides on its own age. Roles: all of headquarters; officer and office-head for their own office and for persons without one. Refusals: person-unknown, office-out-of-reach.")
    public ReachAges.Reached ages(@PathParam("id") UUID id) {
        return ages.of(id);
    }

    private RestResponse<EventView> created(RecordEvent.Recorded recorded) {
        EventView view = read.recorded(recorded);
        return ResponseBuilder.<EventView>create(RestResponse.Status.CREATED, view)
                .location(URI.create("/v1/persons/" + view.personId() + "/events"))
                .build();
    }
}
