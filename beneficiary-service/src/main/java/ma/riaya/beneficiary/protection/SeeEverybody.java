package ma.riaya.beneficiary.protection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Lets the service itself see shielded persons too, for what must hold of everybody; nothing of it may be told to whoever asks. */
@Singleton
public class SeeEverybody {

    private final Jdbi jdbi;
    private final Sight sight;

    SeeEverybody(Jdbi jdbi, Sight sight) {
        this.jdbi = jdbi;
        this.sight = sight;
    }

    public <T> T meanwhile(Supplier<T> act) {
        List<String> units = jdbi.withHandle(handle -> handle.createQuery("SELECT unnest(shielding_units())")
                .mapTo(String.class)
                .list());
        return sight.with(units, act);
    }
}
