package ma.riaya.welfare.registryevent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Says who of the registry is whom now: the books keep the id that something was done for. */
@Singleton
public class SamePerson {

    private final Jdbi jdbi;

    SamePerson(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Pair(UUID one, UUID other) {}

    /** Every id under which the person is known now. */
    public Set<UUID> ids(UUID person) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("SELECT unnest(ids_of_person(:person))")
                .bind("person", person)
                .mapTo(UUID.class)
                .list()));
    }

    public boolean is(UUID one, UUID other) {
        return one.equals(other) || ids(one).contains(other);
    }

    /** Of each id that is not the only one of its person, one id for all of them. */
    public Map<UUID, UUID> known() {
        Map<UUID, UUID> one = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT one, other FROM same_persons()")
                .mapTo(Pair.class)
                .forEach(pair -> one.merge(pair.one(), first(pair.one(), pair.other()), SamePerson::first)));
        return one;
    }

    /** Until the transaction ends nobody becomes another: what is decided on it stays true. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() {
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(7003000000000150)) held")
                .mapTo(Integer.class)
                .one());
    }

    private static UUID first(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
