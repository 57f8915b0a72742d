package ma.riaya.beneficiary.event;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.LineSince;
import ma.riaya.beneficiary.person.PartKind;
import ma.riaya.kit.identity.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Events that were entered on a record while it stood for another too: each may belong to the other. */
@Singleton
public class MoveEvents {

    /** The reason itself stands with the unmerge, sealed. */
    private static final String MOVED = "UNMERGE";

    private final Events events;
    private final CurrentCaller caller;
    private final Clock clock;

    MoveEvents(Events events, CurrentCaller caller, Clock clock) {
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those entered since the merge that stand. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LineSince> since(UUID survivor, UUID merge) {
        return events.since(survivor, merge).stream()
                .map(event -> new LineSince(
                        event.id(), PartKind.EVENT, event.kind().name(), event.otherId(), event.day(), null, "ENTRY"))
                .toList();
    }

    /** No event is ever changed: it is withdrawn of the one and entered of the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Collection<LineSince> chosen, UUID survivor, UUID merge, UUID other) {
        Set<UUID> ids = new HashSet<>(chosen.stream().map(LineSince::id).toList());
        for (LifeEvent event : events.since(survivor, merge)) {
            if (ids.contains(event.id())) {
                events.insert(entered(event, survivor, event.id(), LifeEvent.Effect.WITHDRAWN, MOVED));
                events.insert(entered(event, other, null, LifeEvent.Effect.STATED, null));
            }
        }
    }

    private LifeEvent entered(
            LifeEvent event, UUID person, @Nullable UUID corrects, LifeEvent.Effect effect, @Nullable String reason) {
        return new LifeEvent(
                UuidCreator.getTimeOrderedEpochPlus1(),
                person,
                event.kind(),
                event.manner(),
                event.day(),
                event.otherId(),
                event.evidence(),
                corrects,
                effect,
                reason,
                caller.get().subject(),
                caller.get().office().orElse(null),
                clock.instant(),
                null);
    }
}
