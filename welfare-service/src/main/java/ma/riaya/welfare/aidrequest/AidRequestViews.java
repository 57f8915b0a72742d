package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.welfare.payment.Disbursement;
import ma.riaya.welfare.payment.Disbursements;
import ma.riaya.welfare.programme.Programmes;
import ma.riaya.welfare.registryevent.RegistryNotices;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Shows requests to the caller under way. */
@Singleton
public class AidRequestViews {

    private final Documents documents;
    private final Disbursements disbursements;
    private final Programmes programmes;
    private final RegistryNotices notices;
    private final CurrentCaller caller;

    AidRequestViews(
            Documents documents,
            Disbursements disbursements,
            Programmes programmes,
            RegistryNotices notices,
            CurrentCaller caller) {
        this.documents = documents;
        this.disbursements = disbursements;
        this.programmes = programmes;
        this.notices = notices;
        this.caller = caller;
    }

    /** The answer to a step: the view without the situation, for answers to an {@code Idempotency-Key} are kept as they are. */
    public RestResponse<AidRequestView> ok(AidRequest request) {
        return answer(ResponseBuilder.ok(view(request, null, documents.of(request.id()))), request);
    }

    /** A request just opened has no document yet. */
    RestResponse<AidRequestView> created(AidRequest request) {
        return answer(
                ResponseBuilder.create(Response.Status.CREATED, view(request, null, List.of()))
                        .location(URI.create("/v1/aid-requests/" + request.id())),
                request);
    }

    RestResponse<AidRequestView> read(AidRequest request, @Nullable String situation) {
        return answer(ResponseBuilder.ok(view(request, situation, documents.of(request.id()))), request);
    }

    AidRequestSummary summary(AidRequest request) {
        return AidRequestSummary.of(
                request,
                request.actions(caller.get(), programmes.version(request.programme(), request.programmeVersion())));
    }

    private AidRequestView view(AidRequest request, @Nullable String situation, List<DocumentView> documents) {
        return new AidRequestView(
                request.id(),
                request.number(),
                request.state(),
                request.programme(),
                request.programmeVersion(),
                request.office(),
                request.year(),
                AidRequestView.PersonView.of(request),
                situation,
                request.channel(),
                request.amount(),
                request.proposedBy(),
                request.approvedBy(),
                documents,
                disbursement(request.disbursement()),
                request.deadline(),
                request.state().isOpen() ? notices.since(request.person(), request.personAsOf()) : List.of(),
                request.actions(caller.get(), programmes.version(request.programme(), request.programmeVersion())));
    }

    private @Nullable Disbursement disbursement(@Nullable UUID id) {
        return id == null ? null : disbursements.find(id).orElse(null);
    }

    private static RestResponse<AidRequestView> answer(ResponseBuilder<AidRequestView> answer, AidRequest request) {
        return answer.tag(IfMatch.tag(request.version())).build();
    }
}
