package ma.riaya.beneficiary.person;

import java.util.Set;
import java.util.UUID;

/** Told in the transaction in which a file enters these persons, each of whom is like somebody of the registry. */
public record AlikeEntered(Set<UUID> persons) {

    public AlikeEntered {
        persons = Set.copyOf(persons);
    }
}
