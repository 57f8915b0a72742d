package ma.riaya.beneficiary.event;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.Knowledge;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Enters what happened in a life, corrects it or takes it back; what follows by the rules follows in the same transaction. */
@Singleton
class RecordEvent {

    private final Events events;
    private final EventRules rules;
    private final Replay replay;
    private final PersonAccess access;
    private final Knowledge knowledge;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RecordEvent(
            Events events,
            EventRules rules,
            Replay replay,
            PersonAccess access,
            Knowledge knowledge,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.events = events;
        this.rules = rules;
        this.replay = replay;
        this.access = access;
        this.knowledge = knowledge;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** An event just entered, and the doubts about it. */
    record Recorded(LifeEvent event, List<String> doubts) {}

    @Transactional
    Recorded record(UUID person, EventBody body) {
        demandHands(body.kind());
        Set<UUID> concerned = reached(person, body);
        List<String> doubts = rules.check(person, body, null);
        return new Recorded(write(event(person, body, null, null), concerned), doubts);
    }

    /** The old event stays as it was entered; the new one names it. */
    @Transactional
    Recorded correct(UUID person, UUID old, CorrectionBody body) {
        access.demandReadable(person);
        LifeEvent before = find(person, old);
        demandHands(before.kind());
        EventBody instead = body.event();
        if (instead != null) {
            demandHands(instead.kind());
        }
        EventBody stated = instead == null ? as(before) : instead;
        Set<UUID> concerned = reached(person, stated);
        if (before.otherId() != null) {
            access.demandReadable(before.otherId());
            concerned.add(before.otherId());
        }
        replay.hold(concerned);
        demandStanding(find(person, old));
        List<String> doubts = instead == null ? List.of() : rules.check(person, instead, before);
        LifeEvent made = event(person, stated, old, body.reason());
        return new Recorded(write(instead == null ? withdrawal(made) : made, concerned), doubts);
    }

    private LifeEvent find(UUID person, UUID event) {
        return events.find(person, event).orElseThrow(() -> new RefusedException(new CannotRecord.EventUnknown(event)));
    }

    private static void demandStanding(LifeEvent event) {
        UUID newer = event.correctedBy();
        if (newer != null) {
            throw new RefusedException(new CannotRecord.CorrectedAlready(newer));
        }
        if (!event.stands()) {
            throw new RefusedException(new CannotRecord.EventUnknown(event.id()));
        }
    }

    private void demandHands(EventKind kind) {
        if (kind.hands() == EventKind.Hands.MANAGER && !caller.get().has(Roles.REGISTRY_MANAGER)) {
            throw new RefusedException(new CannotRecord.NeedsManager(kind));
        }
    }

    /** Holds both families before the persons, so that two who enter at once never wait for each other. */
    private Set<UUID> reached(UUID person, EventBody body) {
        Set<UUID> concerned = new LinkedHashSet<>(List.of(person));
        UUID other = body.otherId();
        if (other != null) {
            concerned.add(other);
        }
        access.demandReadable(person);
        if (other != null) {
            access.demandReadable(other);
        }
        replay.hold(concerned);
        access.demandChangeable(person);
        return concerned;
    }

    private LifeEvent event(UUID person, EventBody body, @Nullable UUID corrects, @Nullable String reason) {
        Caller acting = caller.get();
        return new LifeEvent(
                UuidCreator.getTimeOrderedEpochPlus1(),
                person,
                body.kind(),
                body.manner(),
                body.day(),
                body.otherId(),
                body.evidence(),
                corrects,
                LifeEvent.Effect.STATED,
                reason,
                acting.subject(),
                acting.office().orElse(null),
                clock.instant(),
                null);
    }

    private static LifeEvent withdrawal(LifeEvent made) {
        return new LifeEvent(
                made.id(),
                made.personId(),
                made.kind(),
                made.manner(),
                made.day(),
                made.otherId(),
                made.evidence(),
                made.corrects(),
                LifeEvent.Effect.WITHDRAWN,
                made.reason(),
                made.enteredBy(),
                made.enteredFrom(),
                made.enteredAt(),
                null);
    }

    private static EventBody as(LifeEvent before) {
        return new EventBody(before.kind(), before.day(), before.manner(), before.otherId(), before.evidence());
    }

    private LifeEvent write(LifeEvent event, Set<UUID> concerned) {
        knowledge.begin(Knowledge.Cause.EVENT, event.id(), event.reason());
        events.insert(event);
        replay.run(concerned);
        Map<String, String> facts = new HashMap<>(Map.of(
                "event", event.id().toString(),
                "kind", event.kind().name(),
                "day", event.day().toString(),
                "effect", event.effect().name()));
        UUID corrects = event.corrects();
        if (corrects != null) {
            facts.put("corrects", corrects.toString());
        }
        audit.append(AuditEntry.of(
                        corrects == null ? "life-event-entered" : "life-event-corrected", "person", event.personId())
                .with(facts));
        return event;
    }
}
