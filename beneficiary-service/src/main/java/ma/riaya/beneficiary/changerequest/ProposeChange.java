package ma.riaya.beneficiary.changerequest;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.AccountAnnounced;
import ma.riaya.beneficiary.person.Accounts;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Acting;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Asks for a change that another person has to approve, with what stands when it is asked. */
@Singleton
class ProposeChange {

    private final PersonSeen persons;
    private final ChangeRequests requests;
    private final Changes changes;
    private final Accounts accounts;
    private final Audit audit;
    private final CurrentCaller caller;

    ProposeChange(
            PersonSeen persons,
            ChangeRequests requests,
            Changes changes,
            Accounts accounts,
            Audit audit,
            CurrentCaller caller) {
        this.persons = persons;
        this.requests = requests;
        this.changes = changes;
        this.accounts = accounts;
        this.audit = audit;
        this.caller = caller;
    }

    /** The person is held already, so that what stands is what is compared with later. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID propose(UUID person, ChangeKind kind, Map<String, String> asked, ChangeContent.Grounds grounds) {
        Map<String, String> standing = changes.of(kind).standing(person, asked);
        if (standing.entrySet().containsAll(asked.entrySet())) {
            throw new RefusedException(new CannotPropose.ChangesNothing());
        }
        ChangeContent content = ChangeContent.of(standing, asked, grounds);
        Optional<UUID> same = alreadyAsked(person, kind, content);
        if (same.isPresent()) {
            return same.get();
        }
        return ask(person, kind, content.with(changes.of(kind).check(person, content)), null);
    }

    /** Who sends the same again while it waits has asked once. */
    private Optional<UUID> alreadyAsked(UUID person, ChangeKind kind, ChangeContent content) {
        String proposer = caller.get().subject();
        return requests.open(person, kind).stream()
                .filter(open -> open.proposedBy().equals(proposer))
                .filter(open -> requests.content(open).asksTheSameAs(content))
                .map(ChangeRequest::id)
                .findFirst();
    }

    /** Asks the same anew on what stands now; the overtaken request stays on record and is named. */
    @Transactional
    UUID renew(UUID id) {
        ChangeRequest found =
                requests.find(id).orElseThrow(() -> new RefusedException(new CannotPropose.RequestUnknown(id)));
        persons.toChange(found.personId());
        ChangeRequest former = requests.hold(id);
        if (!former.proposedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotDecide.NotTheProposer());
        }
        requests.renewedBy(id).ifPresent(newer -> {
            throw new RefusedException(new CannotPropose.RenewedAlready(newer));
        });
        ChangeContent content = requests.content(former);
        Map<String, String> standing = changes.of(former.kind()).standing(former.personId(), content.asked());
        if (former.state() == ChangeState.PROPOSED && !standing.equals(content.before())) {
            requests.decide(id, ChangeState.OVERTAKEN, caller.get().subject(), null, null);
        } else if (former.state() == ChangeState.PROPOSED) {
            throw new RefusedException(new CannotPropose.NotOvertaken());
        } else if (former.state() != ChangeState.OVERTAKEN) {
            throw new RefusedException(new CannotDecide.DecidedAlready(former.state()));
        }
        if (standing.entrySet().containsAll(content.asked().entrySet())) {
            throw new RefusedException(new CannotPropose.ChangesNothing());
        }
        ChangeContent anew = ChangeContent.of(standing, content.asked(), content.grounds());
        return ask(
                former.personId(),
                former.kind(),
                anew.with(changes.of(former.kind()).check(former.personId(), anew)),
                id);
    }

    private UUID ask(UUID person, ChangeKind kind, ChangeContent content, @Nullable UUID renews) {
        Caller asking = caller.get();
        UUID id = requests.insert(new ChangeRequests.Asking(
                person,
                kind,
                content,
                kind == ChangeKind.ACCOUNT ? accounts.indexOf(AccountChange.rib(content.asked())) : null,
                kind == ChangeKind.LINK ? LinkChange.other(content.asked()) : null,
                Source.ENTRY,
                asking.subject(),
                asking.office().orElse(null),
                renews));
        audit.append(AuditEntry.of("change-proposed", "person", person)
                .with(Map.of("request", id.toString(), "kind", kind.name())));
        return id;
    }

    /**
     * A file announces another account than the one in use: it has its own authority for all but where money goes from now on.
     *
     * <p>Whoever sent the file proposes; what the same source asked before is overtaken by it, and what was refused is not asked again.
     */
    void onAnnounced(@Observes AccountAnnounced announced) {
        Map<String, String> asked = AccountChange.asked(announced.account());
        String sender = requests.sender(announced.importId()).orElse(Acting.SYSTEM);
        for (ChangeRequest open : requests.open(announced.person(), ChangeKind.ACCOUNT)) {
            if (requests.content(open).asked().equals(asked)) {
                return;
            }
            if (open.source() == announced.source()) {
                requests.decide(open.id(), ChangeState.OVERTAKEN, sender, null, null);
            }
        }
        byte[] index = accounts.indexOf(announced.account());
        if (requests.isRefused(announced.person(), index, announced.source())) {
            return;
        }
        UUID id = requests.insert(new ChangeRequests.Asking(
                announced.person(),
                ChangeKind.ACCOUNT,
                ChangeContent.of(
                        changes.of(ChangeKind.ACCOUNT).standing(announced.person(), asked),
                        asked,
                        new ChangeContent.Grounds(
                                announced.importId().toString(),
                                announced.source().name())),
                index,
                null,
                announced.source(),
                sender,
                null,
                null));
        audit.append(AuditEntry.of("change-proposed", "person", announced.person())
                .with(Map.of(
                        "request", id.toString(),
                        "kind", ChangeKind.ACCOUNT.name(),
                        "import", announced.importId().toString())));
    }
}
