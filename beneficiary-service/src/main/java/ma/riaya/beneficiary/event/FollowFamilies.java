package ma.riaya.beneficiary.event;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.FamilyChanged;
import ma.riaya.beneficiary.person.RecordLeft;

/** Where what is known of a family changes, its events are laid anew: a spouse found late is a widow all the same. */
@Singleton
class FollowFamilies {

    private final Events events;
    private final Replay replay;
    private final Steps steps;

    FollowFamilies(Events events, Replay replay, Steps steps) {
        this.events = events;
        this.replay = replay;
        this.steps = steps;
    }

    void onLeaving(@Observes RecordLeft left) {
        steps.leave(left.person());
    }

    /** In the same transaction, so that nobody sees the one without the other. */
    void onChange(@Observes FamilyChanged changed) {
        Set<UUID> concerned = events.concernedAmong(changed.persons());
        if (!concerned.isEmpty()) {
            replay.run(concerned);
        }
    }
}
