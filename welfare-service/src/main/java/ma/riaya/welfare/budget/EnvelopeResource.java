package ma.riaya.welfare.budget;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.office.OfficeCodes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Envelopes: headquarters sees all, an office its own. */
@Path("/v1/envelopes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.COMMITTEE, Roles.FINANCE, Roles.AUDITOR, Roles.ADMIN})
@Tag(
        name = "Budget",
        description = "What each programme may spend through each office in a year, and every movement of it.")
class EnvelopeResource {

    private final AllotEnvelope allotting;
    private final EnvelopeBook book;
    private final CurrentCaller caller;
    private final IfMatch ifMatch;

    EnvelopeResource(AllotEnvelope allotting, EnvelopeBook book, CurrentCaller caller, IfMatch ifMatch) {
        this.allotting = allotting;
        this.book = book;
        this.caller = caller;
        this.ifMatch = ifMatch;
    }

    record OpenEnvelopeBody(
            @NotBlank @Size(max = 40) @Schema(examples = "SERIOUS_ILLNESS")
            String programme,

            @NotBlank @Size(max = 3) @Schema(description = "Code of a regional office, or HQ.", examples = "ERR")
            String office,

            @NotNull @Min(2020) @Max(2100) @Schema(examples = "2026")
            Integer year,

            @NotNull Money allotted) {}

    record AmendEnvelopeBody(@NotNull Money allotted) {}

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @APIResponseSchema(value = EnvelopeView.class, responseCode = "201", responseDescription = "Opened.")
    @Operation(
            operationId = "openEnvelope",
            summary = "Open an envelope for a programme, an office and a year",
            description =
                    "Refused as programme-unknown, office-unknown, envelope-already-open, amount-negative, amount-three-decimals, amount-not-a-number, currency-unknown.")
    public RestResponse<EnvelopeView> open(@NotNull @Valid OpenEnvelopeBody body) {
        Envelope opened =
                allotting.open(new EnvelopeBook.Opening(body.programme(), body.office(), body.year(), body.allotted()));
        return answer(
                ResponseBuilder.create(RestResponse.Status.CREATED, view(opened))
                        .location(URI.create("/v1/envelopes/" + opened.id())),
                opened);
    }

    @POST
    @Path("/{id}/amendments")
    @RolesAllowed(Roles.ADMIN)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "amendEnvelope",
            summary = "Change how much an envelope holds",
            description = "Refused as envelope-unknown, envelope-below-held, changed-meanwhile.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = "The ETag of the version that was read.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    public RestResponse<EnvelopeView> amend(
            @PathParam("id") UUID id, @NotNull @Valid AmendEnvelopeBody body, @Context HttpHeaders headers) {
        Envelope seen = allotting.get(id);
        ifMatch.require(headers, seen.version());
        Envelope amended = allotting.amend(seen, body.allotted());
        return answer(ResponseBuilder.ok(view(amended)), amended);
    }

    @GET
    @Operation(
            operationId = "listEnvelopes",
            summary = "Envelopes, the oldest first",
            description = "Refused as office-unknown, office-out-of-reach.")
    public RestResponse<Page<EnvelopeView>> list(
            @BeanParam EnvelopeFilter filter, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<Envelope> page = Page.of(
                book.page(inReach(filter), paging.after(1), paging.toRead()),
                paging.limit(),
                envelope -> Cursor.of(envelope.id()));
        return Paging.answer(uri, page.map(this::view));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getEnvelope",
            summary = "One envelope, with its balance",
            description = "Refused as envelope-unknown, office-out-of-reach.")
    public RestResponse<EnvelopeView> get(@PathParam("id") UUID id) {
        Envelope envelope = reachable(id);
        return answer(ResponseBuilder.ok(view(envelope)), envelope);
    }

    @GET
    @Path("/{id}/entries")
    @Operation(
            operationId = "listEnvelopeEntries",
            summary = "Every change of the envelope, the oldest first",
            description = "Refused as envelope-unknown, office-out-of-reach.")
    public RestResponse<Page<EntryView>> entries(
            @PathParam("id") UUID id, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        reachable(id);
        return Paging.answer(
                uri,
                Page.of(
                        book.entries(id, paging.after(1), paging.toRead()),
                        paging.limit(),
                        entry -> Cursor.of(entry.id())));
    }

    private Envelope reachable(UUID id) {
        Envelope envelope = allotting.get(id);
        caller.reaching(envelope.office());
        return envelope;
    }

    /** An office that names none means its own. */
    private EnvelopeFilter inReach(EnvelopeFilter filter) {
        Caller reader = caller.get();
        if (filter.office() != null) {
            OfficeCodes.demandKnownInAddress(filter.office());
            caller.reaching(filter.office());
            return filter;
        }
        return reader.isHeadquarters() ? filter : filter.of(reader.office().orElse(""));
    }

    private EnvelopeView view(Envelope envelope) {
        return EnvelopeView.of(envelope, caller.get());
    }

    private static RestResponse<EnvelopeView> answer(ResponseBuilder<EnvelopeView> answer, Envelope envelope) {
        return answer.tag(IfMatch.tag(envelope.version())).build();
    }
}
