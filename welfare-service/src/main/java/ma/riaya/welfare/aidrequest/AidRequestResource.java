package ma.riaya.welfare.aidrequest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.idempotency.Once;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.text.Characters;
import ma.riaya.kit.text.PlainText;
import ma.riaya.welfare.beneficiary.BeneficiaryDirectory;
import ma.riaya.welfare.beneficiary.Person;
import ma.riaya.welfare.purpose.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Requests for aid: opened, read and written at the counter. */
@Path("/v1/aid-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.COMMITTEE, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "Aid requests", description = "A family’s request for aid, from the counter to its end, and its documents.")
class AidRequestResource {

    private final AidRequests requests;
    private final OpenAidRequest opening;
    private final EditAidRequest editing;
    private final Situation situation;
    private final AidRequestViews views;
    private final BeneficiaryDirectory directory;
    private final CurrentCaller caller;
    private final Once once;

    AidRequestResource(
            AidRequests requests,
            OpenAidRequest opening,
            EditAidRequest editing,
            Situation situation,
            AidRequestViews views,
            BeneficiaryDirectory directory,
            CurrentCaller caller,
            Once once) {
        this.requests = requests;
        this.opening = opening;
        this.editing = editing;
        this.situation = situation;
        this.views = views;
        this.directory = directory;
        this.caller = caller;
        this.once = once;
    }

    record OpenAidRequestBody(
            @NotNull @Schema(description = "Identifier in the registry.")
            UUID personId,

            @NotBlank @Size(max = 40) @Schema(examples = "SERIOUS_ILLNESS")
            String programme,

            @NotBlank
            @Size(max = 4000)
            @PlainText(lines = Characters.Lines.SEVERAL)
            @Schema(
                    description = "What the family says of its situation; kept encrypted.",
                    examples = "أرملة متقاعد، علاج كيميائي منذ شهر مارس")
            String situation,

            @NotNull @Schema(examples = "COUNTER") Channel channel) {}

    record EditAidRequestBody(
            @NotBlank @Size(max = 4000) @PlainText(lines = Characters.Lines.SEVERAL)
            String situation) {}

    @POST
    @RolesAllowed(Roles.OFFICER)
    @RunOnVirtualThread
    @Idempotent(kept = Idempotent.Kept.FOR_EVER, begins = Idempotent.Begins.AFTER_ASKING)
    @APIResponseSchema(value = AidRequestView.class, responseCode = "201", responseDescription = "Opened.")
    @Operation(
            operationId = "openAidRequest",
            summary = "Open a request for a person of the registry, at the caller's office",
            description =
                    "Refused as own-file, programme-unknown, programme-not-on-request, caller-without-office, person-unknown, person-out-of-reach, person-deceased, request-already-open, registry-unavailable, registry-busy.")
    public RestResponse<AidRequestView> open(@NotNull @Valid OpenAidRequestBody body) {
        OpenAidRequest.Opening asked =
                new OpenAidRequest.Opening(body.personId(), body.programme(), body.situation(), body.channel());
        opening.check(asked, caller.get());
        Person person = directory.person(asked.person());
        return once.act(() -> views.created(opening.open(asked, person, caller.get())));
    }

    @GET
    @Operation(
            operationId = "listAidRequests",
            summary = "Requests in reach, the newest first",
            description = "Refused as office-unknown, office-out-of-reach.")
    public RestResponse<Page<AidRequestSummary>> list(
            @BeanParam AidRequestFilter filter, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<AidRequest> page = Page.of(
                requests.page(filter.inReachOf(caller), paging.after(1), paging.toRead()),
                paging.limit(),
                request -> Cursor.of(request.id()));
        return Paging.answer(uri, page.map(views::summary));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getAidRequest",
            summary = "One request; with its situation where a purpose is stated, and the look is recorded",
            description = "Refused as aid-request-unknown, office-out-of-reach, purpose-not-covered.")
    public RestResponse<AidRequestView> get(
            @PathParam("id") UUID id,
            @HeaderParam(Purpose.HEADER)
                    @Nullable
                    @Parameter(description = "AID_INSTRUCTION or AUDIT, to see the situation; finance never sees it.")
                    String purpose) {
        AidRequest request = reachable(id);
        return views.read(
                request,
                Purpose.stated(purpose, Purpose.AID_INSTRUCTION, Purpose.AUDIT)
                        .filter(stated ->
                                caller.get().hasAny(Roles.OFFICER, Roles.OFFICE_HEAD, Roles.COMMITTEE, Roles.AUDITOR))
                        .map(stated -> situation.look(request, stated))
                        .orElse(null));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            operationId = "editAidRequest",
            summary = "Rewrite the situation of a draft",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> edit(
            @PathParam("id") UUID id, @NotNull @Valid EditAidRequestBody body, @Context HttpHeaders headers) {
        return views.ok(editing.edit(id, body.situation(), headers));
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "listAidRequestHistory",
            summary = "Every step in the life of a request, the oldest first",
            description = "Refused as aid-request-unknown, office-out-of-reach.")
    public RestResponse<Page<MoveView>> history(
            @PathParam("id") UUID id, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        reachable(id);
        return Paging.answer(
                uri,
                Page.of(
                        requests.history(id, paging.after(1), paging.toRead()),
                        paging.limit(),
                        move -> Cursor.of(move.id())));
    }

    private AidRequest reachable(UUID id) {
        AidRequest request = requests.get(id);
        caller.reaching(request.office());
        return request;
    }
}
