package ma.riaya.beneficiary.changerequest;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** The kinds of change that there are. */
@Singleton
class Changes {

    private final List<Change> all;

    Changes(@All List<Change> all) {
        this.all = all;
    }

    Change of(ChangeKind kind) {
        return all.stream().filter(change -> change.kind() == kind).findFirst().orElseThrow();
    }
}
