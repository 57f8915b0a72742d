package ma.riaya.beneficiary.event;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.FamilyChanged;

/** Where what is known of a family changes, its events are laid anew: a spouse found late is a widow all the same. */
@Singleton
class FollowFamilies {

    private final Events events;
    private final Replay replay;

    FollowFamilies(Events events, Replay replay) {
        this.events = events;
        this.replay = replay;
    }

    /** In the same transaction, so that nobody sees the one without the other. */
    void onChange(@Observes FamilyChanged changed) {
        Set<UUID> concerned = events.concernedAmong(changed.persons());
        if (!concerned.isEmpty()) {
            replay.run(concerned);
        }
    }
}
