package ma.riaya.beneficiary.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.erasure.Erasures.Erasure;
import ma.riaya.beneficiary.erasure.Erasures.Outcome;
import ma.riaya.beneficiary.erasure.Erasures.State;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Judges whose retention has passed, and erases them once a second person has confirmed it. */
@Singleton
class ErasePast {

    private final Erasures erasures;
    private final IdentityRules rules;
    private final Sight sight;
    private final Audit audit;
    private final CurrentCaller caller;

    ErasePast(Erasures erasures, IdentityRules rules, Sight sight, Audit audit, CurrentCaller caller) {
        this.erasures = erasures;
        this.rules = rules;
        this.sight = sight;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    Erasure judge() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        erasures.judge(id, rules.today(), sight.units(), caller.get().subject());
        return noted(id, "erasure-judged");
    }

    @Transactional
    Erasure confirm(UUID id) {
        Erasure open = open(id);
        if (open.judgedBy().equals(caller.get().subject())) {
            throw new RefusedException(new CannotErase.OwnErasure());
        }
        erasures.confirm(open, caller.get().subject());
        audit.append(erasures.lines(id, null, Erasures.MOST).stream()
                .filter(line -> line.outcome() == Outcome.ERASED)
                .map(line -> AuditEntry.of("person-erased", "person", line.personId())
                        .with(Map.of(
                                "erasure",
                                id.toString(),
                                "keptUntil",
                                line.keptUntil().toString())))
                .toList());
        return noted(id, "erasure-confirmed");
    }

    @Transactional
    Erasure drop(UUID id) {
        open(id);
        erasures.decide(id, State.DROPPED, caller.get().subject());
        return noted(id, "erasure-dropped");
    }

    Erasure find(UUID id) {
        return erasures.find(id)
                .filter(erasure -> sight.covers(erasure.sight()))
                .orElseThrow(() -> new RefusedException(new CannotErase.ErasureUnknown(id)));
    }

    List<Erasures.Line> lines(UUID id, @Nullable UUID after, int rows) {
        find(id);
        return erasures.lines(id, after, rows);
    }

    private Erasure open(UUID id) {
        Erasure erasure = erasures.lock(id)
                .filter(found -> sight.covers(found.sight()))
                .orElseThrow(() -> new RefusedException(new CannotErase.ErasureUnknown(id)));
        if (erasure.state() != State.JUDGED) {
            throw new RefusedException(
                    new CannotErase.ErasureDecided(erasure.state().name()));
        }
        return erasure;
    }

    private Erasure noted(UUID id, String action) {
        Erasure erasure = erasures.find(id).orElseThrow();
        audit.append(AuditEntry.of(action, "erasure", id)
                .with(Map.of(
                        "toErase",
                        Integer.toString(erasure.toErase()),
                        "held",
                        Integer.toString(erasure.held()),
                        "erased",
                        Integer.toString(erasure.erased()),
                        "kept",
                        Integer.toString(erasure.kept()))));
        return erasure;
    }
}
