package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the caller reaches, in short, for the features that act on a person. */
@Singleton
public class PersonSeen {

    private final PersonAccess access;

    PersonSeen(PersonAccess access) {
        this.access = access;
    }

    /** Version and place of a person. */
    public record Seen(UUID id, String reference, @Nullable String office, long version) {}

    /** Refused as unknown or out of reach. */
    public Seen toRead(UUID person) {
        return seen(access.toRead(person));
    }

    /** The same, and holds the person for a change until the transaction ends. */
    public Seen toChange(UUID person) {
        return seen(access.toChange(person));
    }

    /** The record that answers for this one now. */
    public UUID answering(UUID person) {
        return access.answering(person);
    }

    private static Seen seen(PersonRecord found) {
        return new Seen(found.id(), found.reference(), found.office(), found.version());
    }
}
