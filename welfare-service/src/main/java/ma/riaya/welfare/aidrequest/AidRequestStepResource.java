package ma.riaya.welfare.aidrequest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.idempotency.Once;
import ma.riaya.kit.identity.Roles;
import ma.riaya.welfare.beneficiary.Account;
import ma.riaya.welfare.beneficiary.BeneficiaryDirectory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps in the life of a request, but for those of its decision. */
@Path("/v1/aid-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICER)
@Tag(name = "Aid requests")
class AidRequestStepResource {

    private final InstructAidRequest instructing;
    private final OrderAid ordering;
    private final AidRequestViews views;
    private final BeneficiaryDirectory directory;
    private final Once once;

    AidRequestStepResource(
            InstructAidRequest instructing,
            OrderAid ordering,
            AidRequestViews views,
            BeneficiaryDirectory directory,
            Once once) {
        this.instructing = instructing;
        this.ordering = ordering;
        this.views = views;
        this.directory = directory;
        this.once = once;
    }

    @POST
    @Path("/{id}/submission")
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "submitAidRequest",
            summary = "Hand a draft in: the receipt gets its number, the clock starts",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> submit(@PathParam("id") UUID id) {
        return views.ok(instructing.submit(id));
    }

    @POST
    @Path("/{id}/review")
    @Idempotent
    @Operation(
            operationId = "reviewAidRequest",
            summary = "Take a submitted request into review",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> review(@PathParam("id") UUID id) {
        return views.ok(instructing.review(id));
    }

    @POST
    @Path("/{id}/complement-request")
    @Idempotent
    @Operation(
            operationId = "askComplement",
            summary = "Ask the family, once, for what is missing: the clock stands",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state, complement-already-asked.")
    public RestResponse<AidRequestView> askComplement(@PathParam("id") UUID id, @NotNull @Valid ReasonsBody body) {
        return views.ok(instructing.askComplement(id, body.reasons()));
    }

    @POST
    @Path("/{id}/complement")
    @Idempotent
    @Operation(
            operationId = "completeAidRequest",
            summary = "Go on with a request that the family completed",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> complete(@PathParam("id") UUID id) {
        return views.ok(instructing.complete(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @Operation(
            operationId = "withdrawAidRequest",
            summary = "Take a request back for the family; what was reserved is released",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> withdraw(@PathParam("id") UUID id, @NotNull @Valid ReasonsBody body) {
        return views.ok(instructing.withdraw(id, body.reasons()));
    }

    @POST
    @Path("/{id}/order")
    @RunOnVirtualThread
    @RolesAllowed(Roles.FINANCE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER, begins = Idempotent.Begins.AFTER_ASKING)
    @Operation(
            operationId = "orderAid",
            summary = "Order the payment: the amount is committed, the account is frozen",
            description =
                    "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state, orderer-took-part, account-missing, account-refused, account-awaits-approval, account-cooling-off (with payableFrom, the first day), payee-deceased, payee-told-dead, payee-missing, account-not-payable, registry-unavailable, registry-busy.")
    public RestResponse<AidRequestView> order(@PathParam("id") UUID id) {
        Account account = directory.account(ordering.payee(id));
        return once.act(() -> views.ok(ordering.order(id, account)));
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD})
    @Idempotent
    @Operation(
            operationId = "closeAidRequest",
            summary = "Close a request that was paid or returned",
            description = "Refused as aid-request-unknown, office-out-of-reach, own-file, aid-request-not-in-state.")
    public RestResponse<AidRequestView> close(@PathParam("id") UUID id) {
        return views.ok(instructing.close(id));
    }
}
