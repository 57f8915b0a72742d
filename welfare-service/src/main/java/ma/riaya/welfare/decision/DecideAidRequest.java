package ma.riaya.welfare.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.aidrequest.Act;
import ma.riaya.welfare.aidrequest.AidRequest;
import ma.riaya.welfare.aidrequest.AidRequests;
import ma.riaya.welfare.aidrequest.Move;
import ma.riaya.welfare.aidrequest.Moves;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;
import ma.riaya.welfare.programme.Programmes;
import ma.riaya.welfare.registryevent.RegistryNotices;

/** Approves, rejects or sends back a proposal: somebody else than who made it, within their authority at this instant. */
@Singleton
class DecideAidRequest {

    private final AidRequests requests;
    private final Moves moves;
    private final Decisions decisions;
    private final Envelopes envelopes;
    private final RegistryNotices notices;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final Clock clock;

    DecideAidRequest(
            AidRequests requests,
            Moves moves,
            Decisions decisions,
            Envelopes envelopes,
            RegistryNotices notices,
            Programmes programmes,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.moves = moves;
        this.decisions = decisions;
        this.envelopes = envelopes;
        this.notices = notices;
        this.programmes = programmes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Grants the amount proposed and reserves it in the envelope of the office for this year.
     *
     * <p>Request, decision, balance, entry, history and audit are one statement; refused as payee-told-dead, envelope-missing or envelope-exhausted.
     */
    @Transactional
    AidRequest approve(UUID id, String reasons) {
        AidRequest request = checked(id, Act.APPROVE);
        notices.demandNotToldDead(request.person());
        UUID decision = UuidCreator.getTimeOrderedEpoch();
        UUID envelope = envelopes.find(
                request.programme(),
                request.office(),
                LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE)).getYear());
        Movement reservation = new Movement(Kind.RESERVE, envelope, request.proposedAmount(), "decision", decision);
        String approver = caller.get().subject();
        Move approval = Move.approval(request, decision, envelope, approver, reasons)
                .with(List.of(decisions.write(decision, approver)))
                .with(envelopes.writes(reservation))
                .provided(Envelopes.BALANCE);
        return moves.tryWrite(approval).orElseThrow(() -> envelopes.notMoved(reservation));
    }

    /** Refuses with reasons in writing; nothing was reserved, so nothing is released. */
    @Transactional
    AidRequest reject(UUID id, String reasons) {
        AidRequest request = checked(id, Act.REJECT);
        UUID decision = UuidCreator.getTimeOrderedEpoch();
        return moves.write(Move.rejection(request, decision, reasons)
                .with(List.of(decisions.write(decision, caller.get().subject()))));
    }

    /** Sends the proposal back to the officer, who may propose anew. */
    @Transactional
    AidRequest sendBack(UUID id, String reasons) {
        return moves.write(Move.correction(checked(id, Act.RETURN), reasons));
    }

    private AidRequest checked(UUID id, Act act) {
        AidRequest request = requests.lock(id);
        return request.require(act, caller.get(), programmes.version(request.programme(), request.programmeVersion()));
    }
}
