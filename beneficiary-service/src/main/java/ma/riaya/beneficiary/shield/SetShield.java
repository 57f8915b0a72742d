package ma.riaya.beneficiary.shield;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.person.PersonDirectory;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.beneficiary.shield.Shield.State;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Asks for a shield or its end, and lets a second person of the unit decide. */
@Singleton
class SetShield {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Shields shields;
    private final PersonAccess access;
    private final PersonDirectory directory;
    private final NameIndex names;
    private final IdentityRules rules;
    private final Sight sight;
    private final Audit audit;
    private final CurrentCaller caller;

    SetShield(
            Shields shields,
            PersonAccess access,
            PersonDirectory directory,
            NameIndex names,
            IdentityRules rules,
            Sight sight,
            Audit audit,
            CurrentCaller caller) {
        this.shields = shields;
        this.access = access;
        this.directory = directory;
        this.names = names;
        this.rules = rules;
        this.sight = sight;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    ShieldView propose(ShieldBody body) {
        if (!sight.units().contains(body.unit())) {
            throw new RefusedException(new CannotShield.UnitNotCarried(body.unit()));
        }
        if (body.until() != null && !body.until().isAfter(rules.today())) {
            throw new RefusedException(new CannotShield.EndsBeforeItBegins());
        }
        access.demandReadable(body.personId());
        access.demandUnmerged(body.personId());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        if (!shields.propose(id, body, caller.get().subject())) {
            throw new RefusedException(new CannotShield.AlreadyShielded(body.unit()));
        }
        return noted(id, "shield-proposed");
    }

    /** What waits comes to pass: the shield protects, or ends. */
    @Transactional
    ShieldView approve(UUID id) {
        String by = caller.get().subject();
        Shield waiting = waiting(id);
        if (waiting.state() == State.PROPOSED) {
            shields.decide(id, State.IN_FORCE, by);
            entry(waiting).forEach(person -> names.forget(person.name()));
            return noted(id, "shield-approved");
        }
        try {
            shields.end(id, by);
        } catch (UnableToExecuteStatementException failed) {
            if (failed.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                throw new RefusedException(new CannotShield.ReferenceInSight());
            }
            throw failed;
        }
        names.put(entry(waiting).stream()
                .map(person -> new NameIndex.Entry(person.id(), person.name(), person.birthDate(), person.office()))
                .toList());
        return noted(id, "shield-ended");
    }

    private List<PersonDirectory.Entry> entry(Shield shield) {
        return directory.all(List.of(shield.personId()));
    }

    /** What waits does not come to pass: there is no shield, or it protects as before. */
    @Transactional
    ShieldView refuse(UUID id) {
        String by = caller.get().subject();
        if (waiting(id).state() == State.PROPOSED) {
            shields.decide(id, State.REFUSED, by);
            return noted(id, "shield-refused");
        }
        shields.keep(id, by);
        return noted(id, "shield-end-refused");
    }

    @Transactional
    ShieldView proposeEnd(UUID id) {
        if (locked(id).state() != State.IN_FORCE) {
            throw new RefusedException(new CannotShield.NotInForce());
        }
        shields.proposeEnd(id, caller.get().subject());
        return noted(id, "shield-end-proposed");
    }

    @Transactional
    ShieldView find(UUID id) {
        return told(shields.find(id).orElseThrow(() -> new RefusedException(new CannotShield.ShieldUnknown(id))));
    }

    @Transactional
    Page<ShieldView> page(@Nullable State state, Paging paging) {
        Cursor after = paging.after(1);
        return Page.of(
                        shields.page(state, after == null ? null : after.uuid(0), paging.toRead()),
                        paging.limit(),
                        shield -> Cursor.of(shield.id()))
                .map(this::told);
    }

    private Shield waiting(UUID id) {
        Shield shield = locked(id);
        String waitsFor = shield.waitsFor();
        if (waitsFor == null) {
            throw new RefusedException(new CannotShield.NothingWaits());
        }
        if (waitsFor.equals(caller.get().subject())) {
            throw new RefusedException(new CannotShield.OwnShield());
        }
        return shield;
    }

    private Shield locked(UUID id) {
        return shields.lock(id).orElseThrow(() -> new RefusedException(new CannotShield.ShieldUnknown(id)));
    }

    /** Without the reason: the answer to an {@code Idempotency-Key} is kept as it is. */
    private ShieldView noted(UUID id, String action) {
        Shield shield = locked(id);
        audit.append(AuditEntry.of(action, "person", shield.personId())
                .with(Map.of("shield", id.toString(), "unit", shield.unit())));
        return view(shield, null);
    }

    private ShieldView told(Shield shield) {
        return view(shield, shields.reason(shield));
    }

    private ShieldView view(Shield shield, @Nullable String reason) {
        List<String> actions = new ArrayList<>();
        String waitsFor = shield.waitsFor();
        if (caller.get().has(Roles.REGISTRY_MANAGER)) {
            if (waitsFor != null && !waitsFor.equals(caller.get().subject())) {
                actions.add("approve");
                actions.add("refuse");
            }
            if (shield.state() == State.IN_FORCE) {
                actions.add("propose-end");
            }
        }
        return new ShieldView(
                shield.id(),
                shield.personId(),
                shield.unit(),
                shield.until(),
                shield.state(),
                reason,
                shield.proposedBy(),
                shield.proposedAt().toInstant(),
                shield.decidedBy(),
                shield.decidedAt() == null ? null : shield.decidedAt().toInstant(),
                shield.endedAt() == null ? null : shield.endedAt().toInstant(),
                actions);
    }
}
