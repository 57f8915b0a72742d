package ma.riaya.beneficiary.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.Holding.Key;
import ma.riaya.beneficiary.person.Holdings;
import ma.riaya.beneficiary.person.LinkKind;
import org.jspecify.annotations.Nullable;

/** Some related persons, what is stated of them, and the steps laid on it so far. */
final class Family {

    /** Whose relatives are entitled through them. */
    private static final Set<Category> ADHERENT = EnumSet.of(Category.ACTIVE, Category.RETIRED);

    private final Map<UUID, Holdings.Person> persons;
    private final Map<Key, List<Holding>> known = new HashMap<>();
    private final Map<Key, List<Step>> steps = new HashMap<>();
    private final Map<Key, Timeline> timelines = new HashMap<>();
    private final Ages ages;
    private final LocalDate today;

    Family(Map<UUID, Holdings.Person> persons, Collection<Holding> holdings, Ages ages, LocalDate today) {
        this.persons = persons;
        this.ages = ages;
        this.today = today;
        holdings.forEach(row ->
                known.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
    }

    /** Lays steps on what is stated. */
    void add(Collection<Step> laid) {
        laid.forEach(step -> {
            steps.computeIfAbsent(step.key(), key -> new ArrayList<>()).add(step);
            timelines.remove(step.key());
        });
    }

    Holdings.@Nullable Person person(UUID id) {
        return persons.get(id);
    }

    Set<Key> keys() {
        Set<Key> keys = new HashSet<>(known.keySet());
        steps.keySet().stream()
                .filter(key -> key.category() != null || key.link() != null)
                .forEach(keys::add);
        return keys;
    }

    /** What is known now. */
    List<Holding> known(Key key) {
        return known.getOrDefault(key, List.of());
    }

    Timeline timeline(Key key) {
        return timelines.computeIfAbsent(
                key, wanted -> Timeline.of(wanted, known(wanted), stepsOf(wanted), limit(wanted), today));
    }

    List<Step> stepsOf(Key key) {
        return steps.getOrDefault(key, List.of());
    }

    private Optional<LocalDate> limit(Key key) {
        Holdings.Person person = persons.get(key.person());
        return person == null || !Ages.limits(key) ? Optional.empty() : ages.limit(person.birthDate(), stepsOf(key));
    }

    boolean isAdherentOn(UUID person, LocalDate day) {
        return ADHERENT.stream().anyMatch(category -> holdsOn(Key.of(person, category), day));
    }

    boolean holdsOn(Key key, LocalDate day) {
        return timeline(key).rows().stream().anyMatch(row -> row.holdsOn(day));
    }

    /** The categories of the person that last beyond the eve of the day, or end on it. */
    List<Category> categoriesAbout(UUID person, LocalDate day) {
        return Stream.of(Category.values())
                .filter(category -> timeline(Key.of(person, category)).rows().stream()
                        .anyMatch(row -> row.lastsBeyond(day.minusDays(1))))
                .toList();
    }

    /** The links of marriage of the person that lasted on the day. */
    List<Key> marriagesOn(UUID person, LocalDate day) {
        return keys().stream()
                .filter(key -> key.link() == LinkKind.SPOUSE)
                .filter(key -> person.equals(key.person()) || person.equals(key.other()))
                .filter(key -> holdsOn(key, day))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    Set<UUID> spousesOn(UUID person, LocalDate day) {
        Set<UUID> spouses = new LinkedHashSet<>();
        marriagesOn(person, day).stream()
                .map(key -> theOther(key, person))
                .filter(spouse -> isAliveOn(spouse, day))
                .forEach(spouses::add);
        return spouses;
    }

    /** The living children of the person who were born by the day; a child remains one. */
    Set<UUID> childrenBy(UUID person, LocalDate day) {
        Set<UUID> children = new LinkedHashSet<>();
        keys().stream()
                .filter(key -> key.link() == LinkKind.CHILD && person.equals(key.other())
                        || key.link() == LinkKind.PARENT && person.equals(key.person()))
                .filter(key -> !timeline(key).rows().isEmpty())
                .map(key -> theOther(key, person))
                .filter(child -> isAliveOn(child, day))
                .sorted()
                .forEach(children::add);
        return children;
    }

    /** Born by the day, and not dead on it. */
    private boolean isAliveOn(UUID person, LocalDate day) {
        Holdings.Person known = persons.get(person);
        LocalDate death = known == null ? null : known.deathDate();
        return known != null && !known.birthDate().isAfter(day) && (death == null || death.isAfter(day));
    }

    /** The links by which the person is a guardian on the day. */
    List<Key> guardianshipsOn(UUID person, LocalDate day) {
        return keys().stream()
                .filter(key -> key.link() == LinkKind.GUARDIAN && person.equals(key.person()))
                .filter(key -> holdsOn(key, day))
                .toList();
    }

    private static UUID theOther(Key key, UUID person) {
        UUID other = key.other();
        return other == null || person.equals(other) ? key.person() : other;
    }
}
