package ma.riaya.welfare.campaign;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.idempotency.Once;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.kit.text.PlainText;
import ma.riaya.welfare.aidrequest.ReasonsBody;
import ma.riaya.welfare.beneficiary.Candidate;
import ma.riaya.welfare.purpose.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The waves of a campaign, from the selection to the payment batch. */
@Path("/v1/campaigns/{id}/waves")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMITTEE, Roles.FINANCE, Roles.AUDITOR, Roles.ADMIN})
@Tag(
        name = "Campaigns",
        description = "Lists selected from the registry by rule, approved by two people and paid in waves.")
class WaveResource {

    private final SelectWave selecting;
    private final DecideWave deciding;
    private final OrderWave ordering;
    private final CampaignBook book;
    private final LineList lines;
    private final LineBook list;
    private final CurrentCaller caller;
    private final Once once;

    WaveResource(
            SelectWave selecting,
            DecideWave deciding,
            OrderWave ordering,
            CampaignBook book,
            LineList lines,
            LineBook list,
            CurrentCaller caller,
            Once once) {
        this.selecting = selecting;
        this.deciding = deciding;
        this.ordering = ordering;
        this.book = book;
        this.lines = lines;
        this.list = list;
        this.caller = caller;
        this.once = once;
    }

    record SelectWaveBody(
            @NotNull
            @Schema(description = "The day whose facts select: from 1900-01-01 to today.", examples = "2025-07-01")
            LocalDate asOf,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "المرحلة الأولى")
            String nameAr,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Première vague")
            String nameFr) {}

    @POST
    @RolesAllowed({Roles.COMMITTEE, Roles.ADMIN})
    @RunOnVirtualThread
    @Idempotent(kept = Idempotent.Kept.FOR_EVER, begins = Idempotent.Begins.AFTER_ASKING)
    @APIResponseSchema(value = WaveView.class, responseCode = "201", responseDescription = "Selected and frozen.")
    @Operation(
            operationId = "selectCampaignWave",
            summary = "Select from the registry and freeze the list, with the reason of each line",
            description =
                    "Who has a line to be paid in an earlier wave of the campaign is never selected again. Refusals: campaign-unknown, campaign-day-out-of-range, registry-unavailable, registry-busy.")
    public RestResponse<WaveView> select(@PathParam("id") UUID id, @NotNull @Valid SelectWaveBody body) {
        SelectWave.Asked asked = new SelectWave.Asked(id, body.asOf(), body.nameAr(), body.nameFr());
        List<Candidate> candidates = selecting.candidates(asked);
        return once.act(() -> {
            Wave wave = selecting.freeze(asked, candidates);
            return ResponseBuilder.create(RestResponse.Status.CREATED, view(wave))
                    .location(URI.create("/v1/campaigns/" + id + "/waves/" + wave.number()))
                    .build();
        });
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "getCampaignWave",
            summary = "One wave with its figures by verdict, category, reason and state",
            description = "Refusals: campaign-wave-unknown.")
    public WaveView get(@PathParam("id") UUID id, @PathParam("number") int number) {
        return view(book.wave(id, number));
    }

    @GET
    @Path("/{number}/lines")
    @Operation(
            operationId = "listCampaignWaveLines",
            summary = "The frozen list, with what became of each line",
            description =
                    "Pensions are shown where a purpose is stated, and each look is recorded. Refusals: campaign-wave-unknown, purpose-not-covered.")
    public RestResponse<Page<LineView>> lines(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @BeanParam LineFilter filter,
            @Valid @BeanParam Paging paging,
            @HeaderParam(Purpose.HEADER) @Nullable @Parameter(description = "PAYMENT or AUDIT, to see pensions.")
                    String purpose,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Wave wave = book.wave(id, number);
        Optional<Purpose> stated = Purpose.stated(purpose, Purpose.PAYMENT, Purpose.AUDIT);
        Locale language = ProblemTexts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Page<LineList.Row> page = Page.of(
                lines.page(wave.id(), filter, paging.after(1), paging.toRead()),
                paging.limit(),
                line -> Cursor.of(line.id()));
        return Paging.answer(uri, new Page<>(lines.shown(page.items(), stated, language), page.next()));
    }

    @POST
    @Path("/{number}/proposal")
    @RolesAllowed({Roles.COMMITTEE, Roles.ADMIN})
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "proposeCampaignWave",
            summary = "Propose the frozen list as it is",
            description = "Refusals: campaign-wave-unknown, campaign-wave-state, campaign-wave-empty.")
    public RestResponse<WaveView> propose(@PathParam("id") UUID id, @PathParam("number") int number) {
        deciding.propose(id, number);
        return RestResponse.ok(get(id, number));
    }

    @POST
    @Path("/{number}/approval")
    @RolesAllowed(Roles.COMMITTEE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "approveCampaignWave",
            summary = "Approve the list that another person proposed",
            description =
                    "Reserves its total in the envelope. Refusals: campaign-wave-unknown, campaign-wave-state, approver-is-proposer, approver-selected, own-file, envelope-exhausted.")
    public RestResponse<WaveView> approve(@PathParam("id") UUID id, @PathParam("number") int number) {
        deciding.approve(id, number);
        return RestResponse.ok(get(id, number));
    }

    @POST
    @Path("/{number}/discard")
    @RolesAllowed({Roles.COMMITTEE, Roles.ADMIN})
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "discardCampaignWave",
            summary = "Give up a list that is not ordered yet",
            description =
                    "Whom it had selected may be selected again by another wave, and what was reserved for it is released; the list stays to be read. Refusals: campaign-wave-unknown, campaign-wave-state.")
    public RestResponse<WaveView> discard(
            @PathParam("id") UUID id, @PathParam("number") int number, @NotNull @Valid ReasonsBody body) {
        deciding.discard(id, number, body.reasons());
        return RestResponse.ok(get(id, number));
    }

    @POST
    @Path("/{number}/payment-batch")
    @RolesAllowed(Roles.FINANCE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @APIResponseSchema(value = WaveOrderView.class, responseCode = "201", responseDescription = "Ordered.")
    @Operation(
            operationId = "orderCampaignWave",
            summary = "Put the transfers of an approved wave into one batch, and number its vouchers",
            description =
                    "Commits its total in the envelope; another finance officer releases the batch. Whom the registry told dead since the list was frozen gets nothing, nor a line whose person another line pays under another id: it is withheld and its amount released. Refusals: campaign-wave-unknown, campaign-wave-state, payer-is-approver, orderer-took-part, own-file.")
    public RestResponse<WaveOrderView> order(@PathParam("id") UUID id, @PathParam("number") int number) {
        OrderWave.Ordered ordered = ordering.order(id, number);
        ResponseBuilder<WaveOrderView> answer = ResponseBuilder.create(
                RestResponse.Status.CREATED,
                WaveOrderView.of(ordered, book.get(id).amount()));
        if (ordered.batch() != null) {
            answer.location(URI.create("/v1/payment-batches/" + ordered.batch().id()));
        }
        return answer.build();
    }

    private WaveView view(Wave wave) {
        Caller reader = caller.get();
        WaveView view = WaveView.of(wave, lines.figures(wave.id()), book.discardReasons(wave), reader);
        return list.isOwnFile(wave, reader) ? view.ofOwnFile() : view;
    }
}
