package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;
import ma.riaya.welfare.programme.Programme;
import ma.riaya.welfare.programme.Programmes;

/** The officer's steps: hands in, takes into review, asks for complements, takes back, closes. */
@Singleton
class InstructAidRequest {

    private final AidRequests requests;
    private final Moves moves;
    private final Programmes programmes;
    private final Envelopes envelopes;
    private final CurrentCaller caller;
    private final Clock clock;

    InstructAidRequest(
            AidRequests requests,
            Moves moves,
            Programmes programmes,
            Envelopes envelopes,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.moves = moves;
        this.programmes = programmes;
        this.envelopes = envelopes;
        this.caller = caller;
        this.clock = clock;
    }

    /** Gives the receipt its number, and starts the clock. */
    @Transactional
    AidRequest submit(UUID id) {
        AidRequest request = checked(id, Act.SUBMIT);
        return moves.write(Move.submission(
                request, today(), today().plusDays(rules(request).deadlineDays())));
    }

    @Transactional
    AidRequest review(UUID id) {
        return moves.write(Move.review(checked(id, Act.REVIEW), caller.get().subject()));
    }

    /** Stops the clock; once only. */
    @Transactional
    AidRequest askComplement(UUID id, String reasons) {
        return moves.write(Move.complementAsked(
                checked(id, Act.ASK_COMPLEMENT), reasons, today(), caller.get().subject()));
    }

    /** Lets the clock run on, later by the days that it stood. */
    @Transactional
    AidRequest complete(UUID id) {
        return moves.write(
                Move.completed(checked(id, Act.COMPLETE), today(), caller.get().subject()));
    }

    /** Releases what was reserved for it. */
    @Transactional
    AidRequest withdraw(UUID id, String reasons) {
        AidRequest request = checked(id, Act.WITHDRAW);
        AidRequest withdrawn = moves.write(Move.of(request, Act.WITHDRAW, reasons));
        if (request.state() == State.APPROVED) {
            envelopes.move(new Movement(
                    Kind.RELEASE, request.grantedFrom(), request.proposedAmount(), "decision", request.decidedBy()));
        }
        return withdrawn;
    }

    @Transactional
    AidRequest close(UUID id) {
        return moves.write(Move.of(checked(id, Act.CLOSE), Act.CLOSE, null));
    }

    private AidRequest checked(UUID id, Act act) {
        AidRequest request = requests.lock(id);
        return request.require(act, caller.get(), rules(request));
    }

    private Programme rules(AidRequest request) {
        return programmes.version(request.programme(), request.programmeVersion());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
    }
}
