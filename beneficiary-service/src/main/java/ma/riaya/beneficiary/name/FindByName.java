package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds who may be meant by a name, in any script and spelling.
 *
 * <p>First those who sound so; where nobody is close, those who sound so but for one word; and then those whose words look so.
 */
@Singleton
public class FindByName {

    /** Below it a name is not close. */
    private static final double CLOSE = 0.6;

    /** Below it a name that only looks alike is left out. */
    private static final double LOOKS_ALIKE = 0.35;

    private final NameIndex index;

    FindByName(NameIndex index) {
        this.index = index;
    }

    /** A person, and how close the name is. */
    public record Found<P>(P person, NameQuery.Match match) {}

    /** The persons found, in no order; {@code read} gives the persons of some ids, {@code name} the name of a person. */
    public <P> List<Found<P>> find(
            NameQuery asked,
            NameIndex.Place place,
            Function<Collection<UUID>, List<P>> read,
            Function<P, PersonName> name) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Set<String>> tokens = asked.tokens();
        Set<UUID> alike = new LinkedHashSet<>(index.asWritten(asked.asWritten(), place));
        if (alike.size() < NameIndex.MOST_FOUND) {
            alike.addAll(index.meetingAll(tokens, place));
        }
        List<Found<P>> found = matching(asked, alike, read, name, CLOSE);
        if (found.isEmpty() && tokens.size() > 1) {
            found = matching(asked, index.meetingAllButOne(tokens, place), read, name, CLOSE);
        }
        return found.isEmpty() ? lookingAlike(asked, tokens, place, read, name) : found;
    }

    private <P> List<Found<P>> lookingAlike(
            NameQuery asked,
            List<Set<String>> tokens,
            NameIndex.Place place,
            Function<Collection<UUID>, List<P>> read,
            Function<P, PersonName> name) {
        List<Set<String>> similar = new ArrayList<>();
        List<Set<String>> words = index.lookingLike(asked.asWritten());
        for (int i = 0; i < words.size(); i++) {
            Set<String> either = new LinkedHashSet<>(tokens.get(i));
            either.addAll(words.get(i));
            similar.add(either);
        }
        List<Found<P>> found = matching(asked, index.meetingAll(similar, place), read, name, LOOKS_ALIKE);
        return found.isEmpty() && similar.size() > 1
                ? matching(asked, index.meetingAllButOne(similar, place), read, name, LOOKS_ALIKE)
                : found;
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
