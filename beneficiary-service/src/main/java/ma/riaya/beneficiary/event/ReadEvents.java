package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.protection.Purpose;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** Shows what happened in a life, what follows from it, and where that contradicts what a source says. */
@Singleton
class ReadEvents {

    private final Events events;
    private final Replay replay;
    private final PersonAccess access;
    private final Audit audit;
    private final CurrentCaller caller;

    ReadEvents(Events events, Replay replay, PersonAccess access, Audit audit, CurrentCaller caller) {
        this.events = events;
        this.replay = replay;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
    }

    /** As entered, the oldest first; evidence on health is shown for a purpose alone, and then the look is recorded. */
    @Transactional
    List<EventView> page(UUID person, Optional<Purpose> purpose, @Nullable UUID after, int rows) {
        access.demandReadable(person);
        purpose.ifPresent(stated -> audit.append(AuditEntry.of("person-sensitive-read", "person", person)
                .forPurpose(stated.name())
                .with(Map.of("fields", "event-evidence"))));
        List<LifeEvent> page = events.page(access.answering(person), after, rows);
        Map<UUID, List<Replay.Judged>> judged = replay.judge(page);
        return page.stream()
                .map(event -> view(event, judged.getOrDefault(event.id(), List.of()), purpose, List.of()))
                .toList();
    }

    /** One just entered, masked. */
    @Transactional(Transactional.TxType.MANDATORY)
    EventView recorded(RecordEvent.Recorded recorded) {
        LifeEvent event = recorded.event();
        return view(
                event,
                replay.judge(List.of(event)).getOrDefault(event.id(), List.of()),
                Optional.empty(),
                recorded.doubts());
    }

    private EventView view(
            LifeEvent event, List<Replay.Judged> judged, Optional<Purpose> purpose, List<String> doubts) {
        boolean told = purpose.isPresent() || !event.kind().isOfHealth();
        return new EventView(
                event.id(),
                event.personId(),
                event.kind(),
                event.manner(),
                event.day(),
                event.otherId(),
                told ? event.evidence() : null,
                standing(event),
                event.corrects(),
                event.correctedBy(),
                told ? event.reason() : null,
                event.enteredBy(),
                event.enteredFrom(),
                event.enteredAt(),
                judged.stream().map(ReadEvents::consequence).toList(),
                doubts,
                actions(event));
    }

    private static EventView.Standing standing(LifeEvent event) {
        if (event.effect() == LifeEvent.Effect.WITHDRAWN) {
            return EventView.Standing.WITHDRAWAL;
        }
        return event.stands() ? EventView.Standing.STANDS : EventView.Standing.CORRECTED;
    }

    private List<String> actions(LifeEvent event) {
        Caller reader = caller.get();
        boolean may = reader.has(Roles.REGISTRY_MANAGER)
                || (event.kind().hands() == EventKind.Hands.OFFICER && reader.hasAny(Roles.OFFICER, Roles.OFFICE_HEAD));
        return may && event.stands() ? List.of("correct") : List.of();
    }

    private static EventView.Consequence consequence(Replay.Judged judged) {
        Step step = judged.step();
        return new EventView.Consequence(
                step.key().person(),
                step.act(),
                step.key().category(),
                step.key().link(),
                step.key().other(),
                step.reason(),
                judged.outcome(),
                judged.outcome() == Outcome.CONFLICT ? against(judged) : null);
    }

    private static EventView.@Nullable Against against(Replay.Judged judged) {
        Holding row = judged.against();
        if (row != null) {
            return new EventView.Against(row.source(), row.from(), row.until(), row.endReason());
        }
        return judged.otherDay() == null
                ? null
                : new EventView.Against(
                        judged.otherSource() == null ? Source.REGISTRY : judged.otherSource(),
                        judged.otherDay(),
                        null,
                        null);
    }
}
