package ma.riaya.welfare.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Single payments. */
@Path("/v1/disbursements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "Payment", description = "Payments, and the batches that carry them to the bank.")
class DisbursementResource {

    private final DisbursementList list;
    private final StopPayment stopping;

    DisbursementResource(DisbursementList list, StopPayment stopping) {
        this.list = list;
        this.stopping = stopping;
    }

    record StopBody(
            @NotNull @Schema(examples = "PAYEE_DECEASED") StopReason reason) {}

    @POST
    @Path("/{id}/stop")
    @RolesAllowed(Roles.FINANCE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "stopDisbursement",
            summary = "Take a payment out before the bank is to have it",
            description =
                    "Its amount goes back to the envelope; the request that it paid is returned, and a line of a campaign is stopped with it. The others of its batch go on. Refusals: disbursement-unknown, own-file, disbursement-not-to-stop.")
    public RestResponse<DisbursementView> stop(@PathParam("id") UUID id, @NotNull @Valid StopBody body) {
        stopping.stop(id, body.reason());
        return RestResponse.ok(get(id));
    }

    @GET
    @Operation(operationId = "listDisbursements", summary = "Payments, the oldest first")
    public RestResponse<Page<DisbursementView>> list(
            @QueryParam("state") @Nullable DisbursementState state,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Paging.answer(
                uri,
                Page.of(
                        list.page(state, paging.after(1), paging.toRead()),
                        paging.limit(),
                        payment -> Cursor.of(payment.id())));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDisbursement",
            summary = "One payment",
            description = "Refusals: disbursement-unknown.")
    public DisbursementView get(@PathParam("id") UUID id) {
        return list.get(id).orElseThrow(() -> new RefusedException(new CannotPay.DisbursementUnknown(id)));
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "listDisbursementHistory",
            summary = "Every move of a payment, the oldest first",
            description = "Refusals: disbursement-unknown.")
    public RestResponse<Page<DisbursementHistoryView>> history(
            @PathParam("id") UUID id, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        get(id);
        return Paging.answer(
                uri,
                Page.of(
                        list.history(id, paging.after(1), paging.toRead()),
                        paging.limit(),
                        move -> Cursor.of(move.id())));
    }
}
