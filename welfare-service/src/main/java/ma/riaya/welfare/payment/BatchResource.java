package ma.riaya.welfare.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.purpose.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Batches: prepared by one finance officer, released by another. */
@Path("/v1/payment-batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "Payment", description = "Payments, and the batches that carry them to the bank.")
class BatchResource {

    private static final int MOST = 20_000;

    private final PrepareBatch preparing;
    private final ReleaseBatch releasing;
    private final ShowPaymentFile showing;
    private final BatchBook book;
    private final DisbursementList payments;
    private final CurrentCaller caller;

    BatchResource(
            PrepareBatch preparing,
            ReleaseBatch releasing,
            ShowPaymentFile showing,
            BatchBook book,
            DisbursementList payments,
            CurrentCaller caller) {
        this.preparing = preparing;
        this.releasing = releasing;
        this.showing = showing;
        this.book = book;
        this.payments = payments;
        this.caller = caller;
    }

    record PrepareBatchBody(
            @NotNull @Size(min = 1, max = MOST) @Schema(description = "Ordered payments, in the order of the file.")
            List<@NotNull UUID> disbursements) {}

    @POST
    @RolesAllowed(Roles.FINANCE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @APIResponseSchema(value = BatchView.class, responseCode = "201", responseDescription = "Prepared.")
    @Operation(
            operationId = "preparePaymentBatch",
            summary = "Put ordered payments into one batch",
            description =
                    "All of them or none. Refusals: disbursements-not-ready, payer-is-approver, own-file, payees-told-dead.")
    public RestResponse<BatchView> prepare(@NotNull @Valid PrepareBatchBody body) {
        UUID id = preparing.prepare(PrepareBatch.newId(), body.disbursements()).id();
        return ResponseBuilder.create(RestResponse.Status.CREATED, view(id))
                .location(URI.create("/v1/payment-batches/" + id))
                .build();
    }

    @GET
    @Operation(operationId = "listPaymentBatches", summary = "Batches, the newest first")
    public RestResponse<Page<BatchSummary>> list(
            @QueryParam("state") @Nullable BatchState state, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<Batch> page = Page.of(
                book.page(state, paging.after(1), paging.toRead()), paging.limit(), batch -> Cursor.of(batch.id()));
        return Paging.answer(uri, page.map(BatchSummary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPaymentBatch",
            summary = "One batch, with where its payments stand",
            description = "Refusals: payment-batch-unknown.")
    public BatchView get(@PathParam("id") UUID id) {
        return view(id);
    }

    @GET
    @Path("/{id}/lines")
    @Operation(
            operationId = "listPaymentBatchLines",
            summary = "The batch's payments, in the order of its file",
            description = "Refusals: payment-batch-unknown.")
    public RestResponse<Page<DisbursementView>> lines(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable DisbursementState state,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        known(id);
        return Paging.answer(
                uri,
                Page.of(
                        payments.ofBatch(id, state, paging.after(1), paging.toRead()),
                        paging.limit(),
                        payment -> Cursor.of(Objects.requireNonNull(payment.position()))));
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed(Roles.FINANCE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "releasePaymentBatch",
            summary = "Send the batch to the bank",
            description =
                    "By another person than who prepared it, and by none who approved what it pays; what was stopped is left out. Refusals: payment-batch-unknown, payment-batch-already-released, releaser-is-preparer, payer-is-approver, own-file, payment-batch-emptied, payees-told-dead, payees-paid-twice, account-unreadable.")
    public RestResponse<BatchView> release(@PathParam("id") UUID id) {
        releasing.release(id);
        return RestResponse.ok(view(id));
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed(Roles.FINANCE)
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "getPaymentBatchFile",
            summary = "The very bytes that the bank is sent",
            description =
                    "It names accounts, so the look is recorded. Refusals: purpose-missing, purpose-not-covered, payment-batch-unknown, payment-batch-not-released.")
    public RestResponse<byte[]> file(
            @PathParam("id") UUID id,
            @HeaderParam(Purpose.HEADER)
                    @Nullable
                    @Parameter(description = "Why the accounts are looked at: PAYMENT.", example = "PAYMENT")
                    String purpose) {
        ShowPaymentFile.Shown file = showing.show(id, Purpose.require(purpose, Purpose.PAYMENT));
        return ResponseBuilder.ok(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + '"')
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private BatchView view(UUID id) {
        return BatchView.of(known(id), book.figures(id, caller.get()), caller.get());
    }

    private Batch known(UUID id) {
        return book.get(id).orElseThrow(() -> new RefusedException(new CannotPay.BatchUnknown(id)));
    }
}
