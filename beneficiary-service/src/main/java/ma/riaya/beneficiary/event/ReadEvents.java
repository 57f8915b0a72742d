package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.Holdings;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** Shows what happened in a life, what follows from it, and where that contradicts what a source says. */
@Singleton
class ReadEvents {

    private static final Set<SensitiveField> HEALTH = Set.of(SensitiveField.HEALTH);

    private final Events events;
    private final Replay replay;
    private final PersonAccess access;
    private final Holdings holdings;
    private final StatePurpose purposes;
    private final RecordLooks looks;
    private final CurrentCaller caller;

    ReadEvents(
            Events events,
            Replay replay,
            PersonAccess access,
            Holdings holdings,
            StatePurpose purposes,
            RecordLooks looks,
            CurrentCaller caller) {
        this.events = events;
        this.replay = replay;
        this.access = access;
        this.holdings = holdings;
        this.purposes = purposes;
        this.looks = looks;
        this.caller = caller;
    }

    /** As entered, the oldest first; evidence on health is shown for a purpose alone, and then the look is recorded. */
    @Transactional
    List<EventView> page(UUID person, Optional<StatedPurpose> purpose, @Nullable UUID after, int rows) {
        access.demandReadable(person);
        purpose.ifPresent(stated -> {
            Set<SensitiveField> opened = stated.covers().contains(SensitiveField.HEALTH) ? HEALTH : Set.of();
            purposes.demandCovered(opened, HEALTH);
            looks.record(
                    RecordLooks.Look.at(person, "person-sensitive-read", HEALTH).forPurpose(stated.code()));
        });
        List<LifeEvent> page = events.page(access.answering(person), after, rows);
        Map<UUID, List<Replay.Judged>> judged = told(page);
        return page.stream()
                .map(event -> view(
                        event,
                        judged.getOrDefault(event.id(), List.of()),
                        purpose.isEmpty() && event.kind().isOfHealth() ? Words.NONE : Words.ALL,
                        List.of()))
                .toList();
    }

    /** One just entered, without its evidence and reason: the answer is stored, to be given again. */
    @Transactional(Transactional.TxType.MANDATORY)
    EventView recorded(RecordEvent.Recorded recorded) {
        LifeEvent event = recorded.event();
        return view(event, told(List.of(event)).getOrDefault(event.id(), List.of()), Words.NONE, recorded.doubts());
    }

    /** What follows for whom the reader sees; the rest follows all the same. */
    private Map<UUID, List<Replay.Judged>> told(List<LifeEvent> page) {
        List<Replay.Judged> all =
                replay.judge(page).values().stream().flatMap(List::stream).toList();
        Set<UUID> told = holdings.told(all.stream()
                .flatMap(judged -> Stream.of(
                        Optional.of(judged.step().key().person()),
                        Optional.ofNullable(judged.step().key().other())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return all.stream()
                .filter(judged -> told.contains(judged.step().key().person()))
                .filter(judged -> judged.step().key().other() == null
                        || told.contains(judged.step().key().other()))
                .collect(Collectors.groupingBy(judged -> judged.step().event()));
    }

    /** How much is told of evidence and reasons. */
    private enum Words {
        NONE,
        ALL
    }

    private EventView view(LifeEvent event, List<Replay.Judged> judged, Words words, List<String> doubts) {
        boolean told = words == Words.ALL;
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
