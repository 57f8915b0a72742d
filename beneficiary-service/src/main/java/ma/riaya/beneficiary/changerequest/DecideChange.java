package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import ma.riaya.beneficiary.person.Accounts;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.Knowledge;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Approves or refuses what another person asked for, or takes back what one asked for oneself. */
@Singleton
class DecideChange {

    private static final ZoneId OFFICES = Clocks.BUSINESS_ZONE;

    private final PersonSeen persons;
    private final ChangeRequests requests;
    private final Changes changes;
    private final Accounts accounts;
    private final IdentityRules rules;
    private final Knowledge knowledge;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final CurrentCaller caller;
    private final int restDays;

    DecideChange(
            PersonSeen persons,
            ChangeRequests requests,
            Changes changes,
            Accounts accounts,
            IdentityRules rules,
            Knowledge knowledge,
            IfMatch ifMatch,
            Audit audit,
            CurrentCaller caller,
            @ConfigProperty(name = "riaya.account.cooling-off-days") int restDays) {
        if (restDays < 1) {
            throw new IllegalArgumentException("riaya.account.cooling-off-days is 1 or more");
        }
        this.persons = persons;
        this.requests = requests;
        this.changes = changes;
        this.accounts = accounts;
        this.rules = rules;
        this.knowledge = knowledge;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.caller = caller;
        this.restDays = restDays;
    }

    /** Takes effect at once, but for an account, which rests first. */
    @Transactional
    void approve(UUID id, HttpHeaders headers, @Nullable String remark) {
        ChangeRequest request = heldForDecision(id, headers);
        Change change = changes.of(request.kind());
        ChangeContent content = requests.content(request);
        demandUnchanged(request, content, change.standing(request.personId(), content.asked()));
        knowledge.begin(Knowledge.Cause.ENTRY, id, null);
        LocalDate payableOn = request.kind() == ChangeKind.ACCOUNT ? payableOn(request.personId()) : null;
        requests.decide(id, ChangeState.APPROVED, caller.get().subject(), remark, payableOn);
        change.apply(requests.find(id).orElseThrow(), content);
        overtakeOthers(request, change);
        note("change-approved", request);
    }

    @Transactional
    void refuse(UUID id, HttpHeaders headers, String reason) {
        ChangeRequest request = heldForDecision(id, headers);
        requests.decide(id, ChangeState.REFUSED, caller.get().subject(), reason, null);
        note("change-refused", request);
    }

    @Transactional
    void withdraw(UUID id, HttpHeaders headers) {
        ChangeRequest request = held(id);
        if (!request.proposedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotDecide.NotTheProposer());
        }
        demandOpen(request, headers);
        requests.decide(id, ChangeState.WITHDRAWN, caller.get().subject(), null, null);
        note("change-withdrawn", request);
    }

    /** Person first and request after, as whoever proposes does. */
    private ChangeRequest held(UUID id) {
        ChangeRequest found =
                requests.find(id).orElseThrow(() -> new RefusedException(new CannotPropose.RequestUnknown(id)));
        persons.toChange(found.personId());
        return requests.hold(id);
    }

    private ChangeRequest heldForDecision(UUID id, HttpHeaders headers) {
        ChangeRequest request = held(id);
        Caller deciding = caller.get();
        if (request.proposedBy().equals(deciding.subject())) {
            throw new RefusedException(new CannotDecide.ProposerDecides(id));
        }
        if (!request.kind().isApprovedBy(deciding)) {
            throw new RefusedException(new CannotDecide.NeedsAnotherRole(request.kind()));
        }
        if (deciding.person().map(persons::answering).equals(Optional.of(persons.answering(request.personId())))) {
            throw new RefusedException(new CannotDecide.OwnRecord());
        }
        demandOpen(request, headers);
        return request;
    }

    private void demandOpen(ChangeRequest request, HttpHeaders headers) {
        if (!request.state().isOpen()) {
            throw new RefusedException(new CannotDecide.DecidedAlready(request.state()));
        }
        ifMatch.require(headers, request.version());
    }

    private static void demandUnchanged(ChangeRequest request, ChangeContent content, Map<String, String> now) {
        if (now.equals(content.before())) {
            return;
        }
        TreeSet<String> fields = new TreeSet<>(now.keySet());
        fields.addAll(content.before().keySet());
        fields.removeIf(field -> Objects.equals(now.get(field), content.before().get(field)));
        throw new RefusedException(new CannotDecide.Overtaken(request.id(), String.join(", ", fields)));
    }

    /** Never before one that was approved earlier and still rests. */
    private LocalDate payableOn(UUID person) {
        LocalDate rested = rules.today().plusDays(restDays);
        return accounts.last(person)
                .map(account -> account.from().atZoneSameInstant(OFFICES).toLocalDate())
                .filter(resting -> resting.isAfter(rested))
                .orElse(rested);
    }

    /** What was asked on what stands no more is never approved by mistake. */
    private void overtakeOthers(ChangeRequest approved, Change change) {
        for (ChangeRequest open : requests.open(approved.personId(), approved.kind())) {
            ChangeContent content = requests.content(open);
            if (!change.standing(open.personId(), content.asked()).equals(content.before())) {
                requests.decide(open.id(), ChangeState.OVERTAKEN, caller.get().subject(), null, null);
                note("change-overtaken", open);
            }
        }
    }

    private void note(String action, ChangeRequest request) {
        audit.append(AuditEntry.of(action, "person", request.personId())
                .with(Map.of(
                        "request",
                        request.id().toString(),
                        "kind",
                        request.kind().name())));
    }
}
