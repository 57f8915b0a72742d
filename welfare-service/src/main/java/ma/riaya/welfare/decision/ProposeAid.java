package ma.riaya.welfare.decision;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.aidrequest.Act;
import ma.riaya.welfare.aidrequest.AidRequest;
import ma.riaya.welfare.aidrequest.AidRequests;
import ma.riaya.welfare.aidrequest.Move;
import ma.riaya.welfare.aidrequest.Moves;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.programme.AmountRange;
import ma.riaya.welfare.programme.Programme;
import ma.riaya.welfare.programme.Programmes;

/** Proposes an amount for a request under review, for somebody else to decide. */
@Singleton
class ProposeAid {

    private final AidRequests requests;
    private final Moves moves;
    private final Programmes programmes;
    private final CurrentCaller caller;

    ProposeAid(AidRequests requests, Moves moves, Programmes programmes, CurrentCaller caller) {
        this.requests = requests;
        this.moves = moves;
        this.programmes = programmes;
        this.caller = caller;
    }

    @Transactional
    AidRequest propose(UUID id, Money amount, String reasons) {
        AidRequest request = requests.lock(id);
        Programme rules = programmes.version(request.programme(), request.programmeVersion());
        request.require(Act.PROPOSE, caller.get(), rules);
        AmountRange range = rules.grants();
        if (!range.holds(amount)) {
            throw new RefusedException(new CannotPropose.AmountOutOfRange(range.min(), range.max(), amount));
        }
        return moves.write(Move.proposal(request, amount, caller.get().subject(), reasons));
    }
}
