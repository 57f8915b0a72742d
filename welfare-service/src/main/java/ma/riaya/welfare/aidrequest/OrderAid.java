package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.beneficiary.Account;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;
import ma.riaya.welfare.payment.Disbursement;
import ma.riaya.welfare.payment.Disbursements;
import ma.riaya.welfare.payment.NewDisbursement;
import ma.riaya.welfare.payment.SourceType;
import ma.riaya.welfare.programme.Programmes;
import ma.riaya.welfare.registryevent.RegistryNotices;
import ma.riaya.welfare.registryevent.SamePerson;

/** Orders the payment of an approved request: commits the amount and freezes the account. */
@Singleton
class OrderAid {

    private static final int ONLY_TRANCHE = 1;

    private final AidRequests requests;
    private final Moves moves;
    private final Programmes programmes;
    private final Envelopes envelopes;
    private final Disbursements disbursements;
    private final RegistryNotices notices;
    private final SamePerson same;
    private final CurrentCaller caller;

    OrderAid(
            AidRequests requests,
            Moves moves,
            Programmes programmes,
            Envelopes envelopes,
            Disbursements disbursements,
            RegistryNotices notices,
            SamePerson same,
            CurrentCaller caller) {
        this.requests = requests;
        this.moves = moves;
        this.programmes = programmes;
        this.envelopes = envelopes;
        this.disbursements = disbursements;
        this.notices = notices;
        this.same = same;
        this.caller = caller;
    }

    /** What can be refused before the registry is asked for an account; answers whose account it is. */
    UUID payee(UUID id) {
        UUID person = checked(requests.get(id)).person();
        notices.demandNotToldDead(person);
        return person;
    }

    /** The account is as the registry showed it before this transaction. */
    @Transactional
    AidRequest order(UUID id, Account account) {
        AidRequest request = checked(requests.lock(id));
        notices.demandNotToldDead(request.person());
        refuseOwnAccount(account);
        Disbursement payment = disbursements.order(new NewDisbursement(
                SourceType.DECISION,
                request.decidedBy(),
                ONLY_TRANCHE,
                request.grantedFrom(),
                request.proposedAmount(),
                request.person(),
                account.holder(),
                account.iban(),
                request.approver()));
        AidRequest ordered =
                moves.write(Move.order(request, payment.id(), caller.get().subject()));
        envelopes.move(new Movement(
                Kind.COMMIT, request.grantedFrom(), request.proposedAmount(), "decision", request.decidedBy()));
        return ordered;
    }

    /** Nobody orders money into their own account, whomever it is for. */
    private void refuseOwnAccount(Account account) {
        UUID owner = account.owner();
        if (owner != null
                && caller.get()
                        .person()
                        .filter(person -> same.is(person, owner))
                        .isPresent()) {
            throw new RefusedException(new CannotAct.OwnFile());
        }
    }

    private AidRequest checked(AidRequest request) {
        return request.require(
                Act.ORDER, caller.get(), programmes.version(request.programme(), request.programmeVersion()));
    }
}
