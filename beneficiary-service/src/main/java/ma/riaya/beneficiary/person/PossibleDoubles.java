package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.name.PersonName;
import org.jspecify.annotations.Nullable;

/** Says of many people at once, who are about to be entered, which persons of the registry each may be. */
public interface PossibleDoubles {

    /** Someone to be entered; the place tells them apart. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asked(
            int place,
            PersonName name,
            Sex sex,
            LocalDate birthDate,
            @Nullable String matricule,
            Optional<byte[]> cinIndex,
            @Nullable String office) {}

    /** A person of the registry, how surely it is the same one, and what says so. */
    record Candidate(UUID person, String reference, Certainty certainty, Resemblance resemblance) {}

    /** The surest first. */
    enum Certainty {
        /** A number of identity, or everything else, is the same. */
        CERTAIN,
        /** Only a look at both can tell that they are two. */
        LIKELY,
        /** Entered, and mentioned. */
        DOUBTFUL
    }

    /** The candidates of each place that has any, the surest first; asked in one statement or a few, never one for each. */
    Map<Integer, List<Candidate>> of(List<Asked> asked);

    /** The candidates of persons of the registry, themselves left out; whoever is not there has none. */
    Map<UUID, List<Candidate>> ofPersons(Collection<UUID> persons);
}
