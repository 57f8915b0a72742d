package ma.riaya.beneficiary.person;

import java.util.Set;
import java.util.UUID;

/**
 * Told in the transaction in which what is known of these persons changed other than by their events.
 *
 * <p>Whoever derives something from it derives it again, in the same transaction.
 */
public record FamilyChanged(Set<UUID> persons) {

    public FamilyChanged {
        persons = Set.copyOf(persons);
    }
}
