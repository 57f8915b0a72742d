package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds who may be meant by a name, in any script and spelling. */
@Singleton
public class FindByName {

    /** Below it a name is not close. */
    private static final double CLOSE = 0.6;

    /** Below it a name of which one part agrees is left out. */
    private static final double OF_ONE_PART = 0.2;

    private final Candidates candidates;

    FindByName(Candidates candidates) {
        this.candidates = candidates;
    }

    /** A person, and how close the name is. */
    public record Found<P>(P person, NameMatch match) {}

    /**
     * The persons found, in no order.
     *
     * @param also who else may be meant, such as those of a birth date
     * @param year the year of birth, where it is known: it leads to those whose name many bear
     * @param read gives the persons of some ids
     * @param name gives the name of a person
     */
    public <P> List<Found<P>> find(
            NameQuery asked,
            NameIndex.Place place,
            Collection<UUID> also,
            @Nullable Integer year,
            Function<Collection<UUID>, List<P>> read,
            Function<P, PersonName> name) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<UUID> shielded = candidates.shielded(place);
        Set<UUID> worth = new LinkedHashSet<>(also);
        worth.addAll(shielded);
        if (year != null) {
            worth.addAll(candidates.ofYear(asked, year, place));
        }
        worth.addAll(candidates.of(asked, place));
        List<Found<P>> found = matching(asked, worth, read, name, CLOSE);
        if (!found.isEmpty()) {
            return found;
        }
        Set<UUID> ofOnePart = new LinkedHashSet<>(candidates.ofOnePart(asked, place));
        ofOnePart.addAll(shielded);
        return matching(asked, ofOnePart, read, name, OF_ONE_PART);
    }

    private static <P> List<Found<P>> matching(
            NameQuery asked,
            Collection<UUID> ids,
            Function<Collection<UUID>, List<P>> read,
            Function<P, PersonName> name,
            double least) {
        return ids.isEmpty()
                ? List.of()
                : read.apply(ids).stream()
                        .map(person -> new Found<>(person, asked.match(name.apply(person))))
                        .filter(found -> found.match().score() >= least)
                        .toList();
    }
}
